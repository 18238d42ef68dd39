/** The pages of this feature, fetched together: whoever opens the list opens somebody on it. */
export { UserPage } from "./user-page";
export { UsersPage } from "./users-page";
