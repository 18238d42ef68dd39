### 单点登录的提供商：用户在那里登录，无需在此输入密码。

title = 单点登录
    .about = 用户在 OpenID Connect 提供商处登录，例如 Keycloak、Entra ID 或 Google。这里是否还需要双重验证，由<link>登录策略</link>决定。
list = 组织的提供商
    .none = 还没有提供商。所有人都用密码登录。

## 单个提供商

state =
    .on = 已开启
    .off = 已关闭
new-people = 新用户
    .created = 自动创建，角色为 { $role }
    .created-from = 地址属于 { $domains } 时自动创建，角色为 { $role }
    .not-let-in = 不允许登录
identities = 已关联的账户
callback = 回调 URL，请告知提供商
copy = 复制
    .spoken = 复制回调 URL
    .spoken-of = 复制 { $name } 的回调 URL
test = 测试
    .spoken = 测试 { $name }
    .good = 响应正常，有 { $keys } 个签名密钥。
    .bad = 无法使用：{ $reason }。
change = 更改…
    .spoken = 更改 { $name }…
turn-on = 开启
    .spoken = 开启 { $name }
turn-off = 关闭
    .spoken = 关闭 { $name }
remove = 移除…
    .spoken = 移除 { $name }…

## 连接和更改

connect = 连接提供商
    .action = 连接
    .done = { $name } 已连接。
connected = { $name } 已连接
    .next = 现在请告知提供商，浏览器应返回到哪里。提供商称之为重定向 URL 或回调 URL。
    .close = 完成
changing = 更改 { $name }
    .action = 保存
    .done = { $name } 已更改。
name = 名称
    .about = 显示在登录页面的按钮上：通过 … 继续
issuer = 颁发者
    .new = 须与提供商使用的名称完全一致，例如 https://login.example.org。之后无法更改。
    .fixed = 无法更改：已关联的账户属于此颁发者。
client-id = 客户端 ID
client-secret = 客户端密钥
    .new = 保存后，任何人都无法再查看。
    .kept = 留空则保留现有的密钥。
creates-users = 首次登录时创建用户
    .about = 适用于邮箱地址已确认、且此处尚无人使用该地址的人。他们没有密码。
role = 他们的角色
domains = 仅限以下域名的地址
    .about = 域名之间用英文逗号分隔，例如 example.org。留空则允许在那里拥有账户的所有人登录：如果是 Google，就是任何人。

## 移除

removing = 要移除 { $name } 吗？
    .about = 任何人都不能再用它登录，已用它登录的人会被退出登录。
    .about-identities = 任何人都不能再用它登录，已用它登录的人会被退出登录。将取消关联 { $identities } 个账户。
    .instead = 没有密码的人届时将无法登录。如果只想暂时停用，请改为关闭。
    .action = 移除提供商
    .keep = 保留
    .done = { $name } 已移除。
