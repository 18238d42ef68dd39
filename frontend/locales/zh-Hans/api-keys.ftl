### API 密钥：服务和脚本用来代替会话的凭据。

title = API 密钥
    .about = 在人需要登录的地方，服务或脚本出示密钥即可。密钥只能用于创建时指定的用途。
list = 组织的密钥
    .none = 还没有密钥。请为每个服务各创建一个，以便单独吊销。

## 列表

table = API 密钥，最新的在前
column =
    .key = 密钥
    .may = 权限
    .from = 允许的网络
    .until = 有效期至
    .used = 上次使用
    .changes = 操作
anywhere = 不限
never = 从未使用
wrong-codes = 错误验证码过多
expiry =
    .soon = 即将到期
    .expired = 已到期
previous-until = 旧密钥值：有效期至 <when/>
rotate = 轮换…
    .spoken = 轮换 { $name }…
revoke = 吊销…
    .spoken = 吊销 { $name }…

## 密钥可以做什么，以及授予这些权限意味着什么

verify = 检查验证码
    .meaning = 查询用户的验证码是否正确：适用于自带登录功能的服务。
explain = 了解验证码为何错误
    .meaning = 回答不只是对或错：供技术支持使用，不要显示给陌生人。
read-users = 查看用户、角色和概览
    .meaning = 姓名、地址以及谁设置了双重验证；绝不包含验证码。
write-users = 添加、更改和停用用户
    .meaning = 仅限权限不超过该密钥的用户；也可设定他们的截止时间。
reset-factors = 重置双重验证，发放临时通行码
    .meaning = 持有此类密钥的人可以移除成员的双重验证。
read-policy = 查看登录策略
    .meaning = 不能做任何更改。
read-log = 查看和导出审计日志
    .meaning = 谁在何时、从哪个地址做了什么。

## 创建密钥

make = 创建密钥
    .title = 创建 API 密钥
    .action = 创建密钥
name = 名称
    .about = 说明用途，例如“门禁”。审计日志中会使用此名称。
scopes = 权限
lifetime = 有效期
    .days = { $days ->
        [365] 1 年
        [730] 2 年
       *[other] { $days } 天
    }
    .about = 到期后密钥将被拒绝，需要另建一个。
networks = 仅限以下网络（可选）
    .about = 每行一个，例如 203.0.113.0/24 或 192.0.2.1。来自其他任何地方的请求都会被拒绝。
more = 更多
rate = 每分钟调用次数（可选）
    .about = 对服务的每个进程，密钥每分钟最多可使用的次数。未填写时为 { $usual } 次。

## 只显示一次的内容

made = 密钥 { $name } 已创建
    .done = 密钥 { $name } 已创建。
leaving = 不保存密钥就关闭吗？
    .loss = 密钥只在此时显示。如果没有保存，只能轮换或重新创建。
key = 密钥
sent = 发送时使用 <header>Authorization: Bearer</header> 加上密钥，有效期至 <when/>。
previous-ends = 旧密钥值有效期至 <when/>。
keep = 请将它存放在服务保管机密信息的地方；您不会再看到它。任何持有它的人都拥有它的权限。
copy = 复制密钥
have = 我已保存

## 新的密钥值

rotating = 轮换密钥 { $name }
    .about = 密钥会获得新的值，名称、权限和到期时间保持不变。请在旧值失效之前，把新值配置到使用它的地方。
    .lately = 该密钥最近轮换过。那次轮换之前的值将立即失效。
    .action = 轮换密钥
overlap = 当前值继续有效的时间
    .none = 不保留：立即失效
rotated = { $name } 的新密钥值
    .done = 密钥 { $name } 已轮换。

## 吊销

revoking = 要吊销密钥 { $name } 吗？
    .about = 使用它的服务从下一次请求起在任何地方都会被拒绝，换用其他密钥之前无法工作。此操作无法撤销。
    .used = 上次使用时间：<when/>。
    .unused = 从未使用过。
    .action = 吊销密钥
    .done = 密钥 { $name } 已吊销。

refused =
    .beyond = 此密钥的权限超出了您自己的权限。可以请其他管理员操作。
    .gone = 在此期间，有人吊销了此密钥。
