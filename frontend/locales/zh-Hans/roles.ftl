### 各人可以做什么：角色，以及每个角色的权限。

title = 角色
intro = 角色是一组权限。拥有多个角色的人，拥有所有这些角色的权限。
built-in = 内置角色
own = 组织自己的角色
no-own = 还没有自定义角色。对许多组织来说，内置角色已经足够。

## 表格

role = 角色
permissions = 权限
no-permissions = 仅限自己的账户
users = 用户
nobody = 无人
people = { $users } 位用户
changes = 操作
change = 更改…
    .spoken = 更改 { $role }…
delete = 删除…
    .spoken = 删除 { $role }…

## 创建或更改角色

create = 创建角色
    .action = 创建角色
    .done = 角色 { $role } 已创建。
edit = 更改角色 { $role }
    .effect = { $users } 位用户将从下一次请求起拥有新的权限。
    .action = 保存角色
    .done = 角色 { $role } 已更改。
name = 名称
    .description = 例如 help-desk。之后无法更改。
    .too-long = 名称最多 { $most } 个字符。
    .start = 名称须以小写英文字母开头。
    .characters = 名称只能包含小写英文字母、数字和连字符。
description = 说明（可选）
not-yours = 您自己没有此权限。
cancel = 取消

## 删除角色

remove = 要删除角色 { $role } 吗？
    .warning = 删除后无法恢复。使用该角色所做的操作仍保留在审计日志中。
    .users = 拥有此角色的用户
    .close = 关闭
    .action = 删除角色
    .done = 角色 { $role } 已删除。

## 为什么没有成功

refused =
    .role_in_use = 此角色正在使用中：有人拥有它，或登录策略的某个阶段用到它。请给这些人换一个角色，或从登录策略中移除该阶段，然后再删除。
    .not_permitted = 角色只能授予您自己拥有的权限。超级管理员可以执行此操作。
    .not_found = 在此期间，已有人删除了此角色。
