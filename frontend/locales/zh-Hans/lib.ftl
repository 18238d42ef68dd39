### 登录后多个页面共用的名称。

device = { $system } 上的 { $browser }
device-unknown = 未知设备

role =
    .member = 成员
    .manager = 经理
    .admin = 管理员
    .superadmin = 超级管理员
role-purpose =
    .member = 登录，并管理自己的双重验证。
    .manager = 查看组织的用户和登录策略。
    .admin = 管理组织：用户、角色、登录策略、审计日志和 Webhook。
    .superadmin = 管理所有组织，并且只有此角色可以更改其他超级管理员。

method =
    .totp = 验证器应用
    .passkey = 通行密钥
    .email = 邮件验证码
    .recoveryCode = 恢复代码
    .temporaryPass = 临时通行码

login-method =
    .password = 密码
    .passwordAndFactor = 密码和双重验证
    .singleSignOn = 单点登录
    .none = 尚无

users =
    .read = 查看用户、角色和概览
    .write = 添加、更改和停用用户，并设定其截止时间
    .reset2fa = 重置双重验证，并发放临时通行码
roles =
    .write = 创建、更改和删除角色
policy =
    .read = 查看登录策略
    .write = 更改登录策略
sso =
    .write = 连接单点登录提供商
audit =
    .read = 查看审计日志
keys =
    .write = 创建、轮换和吊销 API 密钥
webhooks =
    .write = 通过 Webhook 将事件发送到其他服务
organizations =
    .read = 查看所有组织
    .write = 创建和重命名组织

everyone = 所有人
only-role = 角色“{ $role }”

sentence = { $because }；{ $therefore }。
    .short = { $because }。

because =
    .off = 目前不要求任何人进行双重验证
    .optional = 双重验证为可选
    .requiredAtOnce = 所有人都必须使用双重验证
    .phase = 推行阶段要求使用双重验证
    .phase-everyone = 自 { $date } 起，所有人都必须使用双重验证
    .phase-role = 自 { $date } 起，角色“{ $role }”必须使用双重验证
    .newUser = 推行阶段要求使用双重验证，且该阶段早于此账户的创建
    .newUser-everyone = 自 { $date } 起，所有人都必须使用双重验证，且该日期早于此账户的创建
    .newUser-role = 自 { $date } 起，角色“{ $role }”必须使用双重验证，且该日期早于此账户的创建
    .extended = 必须使用双重验证，截止时间由管理员设定
    .notYet = 以后将要求使用双重验证
    .notYet-everyone = 从 { $date } 起，将要求所有人使用双重验证
    .notYet-role = 从 { $date } 起，将要求角色“{ $role }”使用双重验证
    .notConcerned = 双重验证分阶段推行，目前没有涉及此账户的阶段

therefore =
    .ready = 双重验证已设置，登录时需要使用
    .not-yet = 在此之前没有变化
    .by = 必须在 { $deadline } 之前设置
    .exempt = 只需密码即可登录
    .mustEnroll = 下次登录时必须设置
    .anew = 管理员已安排在下次登录时重新设置
    .blocked = 登录已被阻止
    .blocked-since = 登录已被阻止，因为截止时间 { $deadline } 已过
    .reminder = 设置之前会一直显示提醒
    .until-enrollAtLogin = 可以在 { $deadline } 之前设置，此后下次登录时必须设置
    .until-block = 可以在 { $deadline } 之前设置，此后登录将被阻止
