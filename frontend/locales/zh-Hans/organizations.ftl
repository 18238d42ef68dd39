### 共用此安装的各个组织。

title = 组织
    .intro = 每个组织都有自己的用户、角色、登录策略和审计日志，看不到其他组织的任何内容。

all = 所有组织
    .none = 还没有组织。
column =
    .name = 名称
    .address = 登录地址
    .users = 用户
    .created = 创建时间
    .actions = 操作
users = { $users } 位用户
copy = 复制
    .of = 复制 { $name } 的登录地址
own = 您自己的组织
administered = 您正在管理

rename = 重命名…
    .named = 重命名 { $name }…
    .done = { $before } 现已更名为 { $name }。
administer = 管理
    .named = 管理 { $name }

create = 创建组织
    .address = 每个组织都有自己的登录地址，均列在列表中。一旦有多个组织，也请将地址告知您自己组织的人：不带该地址时，页面不显示任何组织的外观。
    .name = 组织名称
    .email = 首位管理员的邮箱地址
    .administrator = 首位管理员的姓名（可选）
    .cancel = 取消
    .do = 创建组织
created = 已创建 { $organization }
    .administrator = 首位管理员以 { $email } 的身份用此密码登录：
    .password = 密码
    .pass-on = 请当面或通过电话告知；此密码不会再次显示。
    .copy = 复制密码
    .address = 登录地址为 { $address }。不带该后缀时，页面供所有人使用，且不显示任何组织的外观。
    .passed-on = 我已告知
    .done = 已创建 { $organization }。
leaving = 不保存密码就关闭吗？
    .loss = 密码只在此时显示。没有它，{ $email } 就无法首次登录。
