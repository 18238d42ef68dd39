### 我的账户：姓名、地址、语言、密码、配色，以及提供商处的账户。

title = 我的账户

name = 您的姓名
    .label = 姓名
    .save = 保存姓名
    .done = 您的姓名已保存。

email = 您的邮箱地址
    .verified = 已确认
    .not-verified = 未确认
    .about-verified = 您用它登录，有关您账户的邮件也会发往这里。
    .about-not-verified = 您用它登录。请确认此地址，以确保您能收到有关您账户的邮件。
    .about-passwordless = 有关您账户的邮件会发往这里。更改地址需要密码，而您在这里没有密码。
    .verify = 确认
    .sent = 链接已发送至 { $email }。请在 24 小时内打开。
    .change = 更改邮箱地址…
new-email = 更改您的邮箱地址
    .about = 我们会向新地址发送一个链接。您在那里打开链接后，新地址将取代原地址。
    .label = 新邮箱地址
    .send = 发送链接
    .sent = 链接已发送至 { $email }。请在 24 小时内打开；在此之前，您仍用原地址登录。

language = 您的语言
    .label = 语言
    .about = 用于这些页面，以及有关您账户的邮件。
    .save = 保存语言

appearance = 外观
    .colours = 配色
    .about = 仅用于此浏览器，立即生效。
    .auto = 跟随系统
    .light = 浅色
    .dark = 深色

password = 您的密码
    .none = 您在提供商处登录，在这里没有密码。
    .current = 当前密码
    .wrong = 这不是您的当前密码。
    .new = 新密码
    .about = 您的其他会话将结束。
    .change = 更改密码
    .done = 您的密码已更改。

## 单点登录提供商处的账户

sign-in-methods = 单点登录
    .none = 尚未关联账户。关联后即可用它登录。
    .last = 这是您唯一的登录方式，因此必须保留。
identity = 关联于 <since/>
    .used = 关联于 <since/>，上次使用：<used/>
connect = 关联 { $provider }…
    .title = 关联 { $provider }
    .about = 接下来请在 { $provider } 登录。此后，您可以像用密码一样，用那里的账户在此登录。
    .go = 前往 { $provider }
disconnect = 取消关联…
    .named = 取消关联 { $provider }…
    .question = 要取消关联 { $provider } 吗？
    .about = 您将不能再用那里的账户在此登录，您的其他会话也将结束。
    .do = 取消关联
    .keep = 保留
    .done = 已取消关联您在 { $provider } 的账户。
