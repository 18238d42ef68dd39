/** The pages about webhooks, fetched together. */
export { WebhookPage } from "./webhook-page";
export { WebhooksPage } from "./webhooks-page";
