### What people may do: the roles, and what each permits.

title = Roles
intro = A role is a set of permissions. Whoever has several roles has the permissions of all of them.
built-in = Built-in roles
own = The organization's own roles
no-own = There are none yet. The built-in roles are enough for many organizations.

## The table

role = Role
permissions = Permissions
no-permissions = Nothing beyond their own account
users = Users
nobody = Nobody
people = { $users ->
    [one] 1 user
   *[other] { $users } users
}
changes = Actions
change = Change…
    .spoken = Change { $role }…
delete = Delete…
    .spoken = Delete { $role }…

## A role that is made, or changed

create = Create a role
    .action = Create role
    .done = The role { $role } is created.
edit = Change the role { $role }
    .effect = { $users ->
        [one] 1 user will have the new permissions with their next request.
       *[other] { $users } users will have the new permissions with their next request.
    }
    .action = Save role
    .done = The role { $role } is changed.
name = Name
    .description = Such as help-desk. It cannot be changed later.
    .too-long = A name has { $most } characters at most.
    .start = A name begins with a small letter.
    .characters = A name has small letters, digits and hyphens only.
description = Description (optional)
not-yours = You do not have this permission yourself.
cancel = Cancel

## A role that is deleted

remove = Delete the role { $role }?
    .warning = It cannot be brought back. What was done with it stays in the audit log.
    .users = Users with this role
    .close = Close
    .action = Delete role
    .done = The role { $role } is deleted.

## Why it did not work

refused =
    .role_in_use = This role is in use: somebody has it, or a phase of the policy names it. Give these people another role, or take the phase out of the policy, and then delete it.
    .not_permitted = A role can permit only what you may do yourself. A superadministrator can do it.
    .not_found = Somebody has deleted this role in the meantime.
