### 从提供商返回。

signing-in = 正在登录
connecting = 正在关联您的账户
failed = 单点登录未成功
    .back = 返回登录

connect = 关联您的账户
    .why = 已有使用此地址的账户。请用其密码登录一次，此后即可通过 { $provider } 登录。如果您收到了邀请，请先打开邀请中的链接。

error =
    .declined = 您未在提供商处登录，或者提供商不允许您登录。此处没有任何变化。
    .not_found = 此提供商已不再连接。
    .sso_refused = 提供商的答复被拒绝。请重试，或联系管理员。
    .sso_expired = 此次登录耗时过长、已被使用过，或在另一个浏览器中开始。请重新开始。
    .provider_unreachable = 无法连接提供商、提供商暂时无法使用，或其设置有误。请稍后重试，或联系管理员。
    .account_frozen = 此账户已被冻结，因为有人表示不是本人操作。
    .identity_taken = 提供商处的该账户已与其他用户关联。
    .too_many_sign_ins = 来自您网络的登录尝试过多。请稍候重试。
    .overloaded = Nightlatch 正忙。请稍候重试。
    .unknown = 此次登录未成功。请重新开始。
