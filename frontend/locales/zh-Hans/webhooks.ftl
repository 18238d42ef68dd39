### Webhook：组织的事件发往何处。

title = Webhook
    .one = Webhook
    .about = 这里一有事件发生，Webhook 就会通知另一个服务。通知带有签名；如果对方没有收到，会在三天内反复重发。
list = 组织的 Webhook
    .none = 还没有 Webhook。创建一个，即可将登录和更改通知到聊天工具或日志系统。

## 列表

table = Webhook
column =
    .webhook = Webhook
    .events = 事件
    .state = 状态
    .delivery = 最近一次投递
nothing-sent = 尚未发送
state =
    .on = 已开启
    .gone = 已关闭：接收方已不存在
    .paused = 已暂停

## 单个 Webhook

way-back = 返回
    .link = 所有 Webhook
unknown = 没有此 Webhook
    .text = 此地址没有 Webhook，或者它不属于当前组织。
settings = 设置
    .created = 创建时间
    .off = 关闭时间
    .former = 旧签名密钥失效时间
change = 更改…
pause = 暂停
    .done = 已暂停：等待中的投递会保留，之后发生的事件不会发送。
resume = 恢复
    .done = 已开启：正在发送等待中的投递。
new-secret = 新签名密钥…
delete = 删除…
test = 发送测试
    .done = 测试正在发送。

## 通知哪些事件

all = 所有事件
some = 部分类别的事件
kinds = 事件类别
also = 另外还有：{ $events }。
all-of = “{ $subject }”的所有事件
separator = ；
group =
    .signIns = 登录，包括被拒绝的登录
    .factors = 双重验证：设置、更改、关闭、重置
    .accounts = 账户：添加、更改、停用
    .access = 密码和邮箱地址
    .rules = 登录策略、角色和组织
    .auditLog = 审计日志本身：导出、封存、清除旧月份
    .sessions = 会话和受信任的浏览器
    .services = API 密钥，以及由服务检查的验证码
    .singleSignOn = 单点登录：提供商、已关联的账户、被拒绝的登录
    .delivery = 邮件和 Webhook 本身

## 创建和更改

create = 创建 Webhook
    .action = 创建
    .done = Webhook { $name } 已创建。
changing = 更改 { $name }
    .action = 保存
    .done = Webhook { $name } 已更改。
name = 名称
    .about = 您对接收方的称呼，例如“安全频道”。
url = URL
    .about = 事件发往的地址，例如 https://hooks.example.org/nightlatch。
events = 事件

## 只显示一次的签名密钥

created = { $name } 已创建
secret = 签名密钥
    .about = 接收方使用此签名密钥来验证收到的内容确实来自这里：
    .keep = 请现在就将它填入接收方的设置；您不会再看到它。
    .copy = 复制签名密钥
    .saved = 我已保存
leaving = 不保存签名密钥就关闭吗？
    .loss = 签名密钥只在此时显示。没有它，接收方无法辨别真伪，您只能生成新的签名密钥。

## 新的签名密钥

rotating = 为 { $name } 生成新的签名密钥
    .about = 在一段时间内，所有内容会同时用两个签名密钥签名，接收方可以随时切换。比当前更早的签名密钥立即失效。
    .action = 生成新密钥
overlap = 当前签名密钥继续有效的时间
    .none = 不保留：它已泄露
rotated = { $name } 的新签名密钥
    .former = 在 <when/> 之前，旧的签名密钥仍然有效。
    .done = { $name } 已有新的签名密钥。

## 删除

deleting = 要删除 { $name } 吗？
    .about = 不再向其发送任何内容，包括等待中的投递。投递记录也会一并删除。
    .instead = 如果只想暂时停用，请改用暂停。
    .action = 删除 Webhook
    .keep = 保留
gone = 在此期间，有人删除了此 Webhook。

## 已发送和等待中的内容

deliveries = 投递
    .none = 尚未发送任何内容。可以发送测试，看看是否正常。
    .none-like-this = 没有处于此状态的投递。
show = 显示
    .all = 全部
delivery =
    .event = 事件
    .state = 状态
    .attempt = 最近一次尝试
    .again = 操作
status =
    .queued = 等待中
    .delivered = 已送达
    .failed = 被拒绝，不再重试
    .givenUp = 已放弃
    .again = 正在重试
next = 下次尝试：<when/>
attempt = 第 { $number } 次尝试，<when/>
    .none = 尚无
    .under-way = 进行中
answered = 响应 { $status }，用时 { $millis } 毫秒
send-again = 重新发送
    .spoken = 重新发送：{ $event }
    .done = “{ $event }”正在重新发送。
