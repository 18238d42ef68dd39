### 接受邀请。

opening = 正在打开您的邀请
signing-in = 正在登录
unknown = 您的邀请
welcome = 欢迎加入 { $organization }
    .about = 您受邀使用的邮箱是 <address>{ $email }</address>。请输入您的姓名并设置密码，账户即可使用。此链接有效期至 <deadline/>。
name = 您的姓名
    .description = 您的同事看到的名称。
password = 密码
activate = 激活我的账户
dead = 如果您的账户已激活，请<link>登录</link>。否则请联系管理员重新发送邀请。
active = 您的账户已激活。请使用新密码登录。
later = 下次登录时再设置

blocked = 您暂时无法登录
    .why = 您的组织要求双重验证，而设置的截止时间已过。您的链接仍然有效。
    .help = 请向管理员申请延长时间，然后重试。
    .retry = 重试
