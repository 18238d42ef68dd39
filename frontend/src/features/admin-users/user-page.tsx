/** One user: what is known, and what an administrator can do. */
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { isRefusal } from "@/api/problem";
import { userOf } from "@/api/queries";
import { words } from "@/lib/words";
import { NamedView } from "@/ui/named-view";
import { Page } from "@/ui/page";
import classes from "./user.module.css";
import { UserView } from "./user-view";

const say = words("admin-users-one");

export function UserPage() {
  const { id } = useParams({ from: "/signed-in/admin/users/$id" });
  const { list = {} } = useLocation().state;
  const query = useQuery(userOf(id));
  return (
    <>
      <nav aria-label={say("back.label")} className={classes.back}>
        <Link to="/admin/users" search={list} activeOptions={{ exact: true }}>
          {say(Object.keys(list).length > 0 ? "back.list" : "back")}
        </Link>
      </nav>
      {isRefusal(query.error, "not_found") ? (
        <Page title={say("missing")}>
          <p>{say("missing.text")}</p>
        </Page>
      ) : (
        <NamedView title={say("title")} query={query} rows={8}>
          {(user) => <UserView key={user.id} user={user} />}
        </NamedView>
      )}
    </>
  );
}
