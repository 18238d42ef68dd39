### 随事件记录的内容：每项的名称，以及其下各取值的名称。

## 是与否

true = 是
false = 否

## 何人、何事、何时

old = 之前
new = 之后
changed = 更改内容
    .displayName = 姓名
    .language = 语言
id = 标识
name = 名称
description = 说明
version = 版本
number = 编号
action = 事件
event = 事件
events = 事件
actor = 操作者
subject = 涉及对象
actingFrom = 操作者所在组织
apiKey = API 密钥
slug = 简称
from = 起始
to = 截止
until = 有效期至
before = 早于
minutes = 时长（分钟）
attempts = 尝试次数
again = 再次
purpose = 用途
requestId = 请求
ticket = 工单

## 双重验证与登录

method = 方式
    .trustedDevice = 受信任的浏览器
    .singleSignOn = 单点登录
factor = 双重验证
authenticator = 验证器
authenticators = 验证器
passkey = 通行密钥
passkeys = 通行密钥
recoveryCodes = 恢复代码
codes = 代码
replaced = 被替换
password = 密码
passwordless = 无密码
twoFactorsByProvider = 提供商已双重验证
challenge = 验证
clockSkewSeconds = 时钟偏差（秒）
device = 浏览器
throttled = 因尝试过多
sessions = 会话
endedSession = 已结束的会话
endedSessions = 已结束的会话
identityCheck = 身份核实方式
    .call = 通过电话
    .video = 通过视频
    .inPerson = 当面
    .other = 其他方式
deadline = 截止时间

## 用户与角色

users = 用户
role = 角色
roles = 角色
permissions = 权限
suspended = 已停用

## 登录策略（各设置项除外）

enabled = 已开启
maxMinutes = 最长（分钟）
target = 对象
    .everyone = 所有人
startsAt = 开始时间
graceDays = 宽限天数

## API 密钥、Webhook 与单点登录

key = 密钥
keys = 密钥
scopes = 权限
    .verify = 检查验证码
    .verify-explain = 了解验证码未被接受的原因
networks = 网络
expiresAt = 到期时间
callsPerMinute = 每分钟调用次数
previousUntil = 旧密钥有效期至
webhook = Webhook
origin = 地址
urlChanged = 地址已更改
disabledBecause = 关闭原因
    .paused = 已被暂停
    .gone = 接收方已不存在
formerSecretUntil = 旧签名密钥有效期至
provider = 提供商
error = 提供商的错误代码
cause = 起因
issuer = 颁发者
clientId = 客户端 ID
createsUsers = 创建账户
defaultRole = 新用户的角色
emailDomains = 邮箱域名
secretChanged = 客户端密钥已更改
identity = 已关联的账户
identities = 已关联的账户

## 品牌

accent = 强调色
support = 帮助
contact = 联系方式
note = 说明
logo = 标志
width = 宽度
height = 高度

## 日志与系统

format = 格式
    .jsonLines = JSON Lines
    .csv = CSV
filter = 筛选
routine = 例行事件
mail = 邮件
seal = 封印
digest = 摘要
checkpoint = 检查点
failed = 失败的内容
failures = 失败次数
usual = 通常值
lastKnown = 最后已知事件
sort = 类型
    .sealing = 用于封存机密
    .signing = 用于签名
values = 数据
webhookSecrets = Webhook 签名密钥
formerWebhookSecrets = 旧 Webhook 签名密钥
clientSecrets = 客户端密钥
importedPeppers = 导入的胡椒值
recoveryOrigins = 恢复代码的来源
enrollments = 进行中的设置
departures = 进行中的提供商登录
mails = 邮件
digestKeys = 摘要密钥
auditHeads = 日志末端

## 原因：管理员填写的内容原样显示

reason = 原因
    .signedOut = 已退出登录
    .endedByUser = 由本人结束
    .elevated = 被更高级别的登录取代
    .factorChanged = 双重验证已更改
    .passwordChanged = 密码已更改
    .tokenReused = 使用了失效的令牌
    .tooMany = 会话过多
    .endedByAdministrator = 由管理员结束
    .reset = 双重验证已重置
    .suspended = 账户已停用
    .frozen = 账户已冻结
    .accountFrozen = 账户已冻结
    .providerDisabled = 提供商已关闭
    .identityUnlinked = 已取消关联提供商处的账户
    .restored = 数据库已恢复
    .addressThrottled = 该网络地址尝试过多
    .unknownUser = 没有此用户
    .passwordThrottled = 错误密码过多
    .notActivated = 账户未激活
    .noPassword = 没有密码
    .wrongPassword = 密码错误
    .passwordByMail = 密码通过邮件设置
    .mailsThrottled = 邮件过多
    .emailTaken = 地址已被使用
    .recentlyUnfrozen = 管理员最近解除过冻结
    .codeMissing = 缺少验证码
    .wrongCode = 验证码错误
    .codeThrottled = 错误验证码过多
    .replayed = 验证码已被使用
    .notEnrolled = 未设置双重验证
    .locked = 错误验证码过多
    .expired = 已过期
    .refused = 邮件服务器拒收
    .withheld = 未予发送
    .paused = 已被暂停
    .gone = 接收方已不存在
    .wrongProvider = 由其他提供商应答
    .otherBrowser = 由其他浏览器返回
    .wrongIssuer = 由其他颁发者应答
    .sessionEnded = 会话已结束
    .emailUnverified = 提供商未确认地址
    .emailElsewhere = 地址属于其他组织的用户
    .notConnected = 账户未关联
    .roleGone = 新用户的角色已不存在
    .notOwner = 返回的是其他人
    .tooManyIdentities = 关联的账户过多
    .identityTaken = 账户已与他人关联
    .declined = 提供商拒绝
    .codeRefused = 提供商未接受其代码
    .clientRefused = 提供商未接受客户端 ID 或其密钥
    .requestRefused = 提供商未接受该请求
    .unreachable = 提供商未正常响应
    .providerFailed = 提供商自身故障
    .tokenMissing = 提供商未发送 ID 令牌
    .tokenUnreadable = ID 令牌无法读取
    .tokenExpired = ID 令牌已过期
    .tokenInvalid = ID 令牌无效
    .userInfoRefused = 提供商未提供更多信息
    .keyUnknown = 由未知密钥签名
    .wrongAudience = 面向其他服务
    .wrongNonce = 回应的是其他请求
    .wrongSubject = 关于其他人
    .wrongAlgorithm = 签名算法不被接受
    .wrongSignature = 签名错误
    .noCeremony = 没有待处理的请求，或已过期
    .malformed = 应答格式错误
    .wrongType = 应答类型错误
    .wrongChallenge = 回应的是其他请求
    .wrongOrigin = 来自其他页面
    .wrongRelyingParty = 为其他服务创建
    .userNotPresent = 无人操作设备
    .userNotVerified = 设备未核实用户身份
    .unknownCredential = 没有此通行密钥
    .wrongUserHandle = 属于他人的通行密钥
    .counterNotRisen = 通行密钥可能被复制
    .backupStateInconsistent = 备份状态自相矛盾
    .alreadyEnrolled = 通行密钥已设置
    .notAllowed = 不允许
