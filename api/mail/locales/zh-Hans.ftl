### 所有邮件的文字。消息的 `subject` 也是其标题。

greeting = { $name }，您好：
footer = 本邮件由 { $organization } 的登录服务（{ $site }）发送。请勿回复，回复无人查看。
support = 需要帮助？请联系 { $contact }。

moment = { $year }年{ $month }月{ $day }日 { $time }（UTC）
browser = { $system } 上的 { $browser }
separator = 、

fact = { $label }：{ $value }
fact-when = 时间
fact-browser = 浏览器
fact-address = IP 地址
fact-authenticator = 验证器
fact-passkey = 通行密钥
fact-old-address = 原地址
fact-new-address = 新地址
fact-settings = 更改内容
fact-provider = 提供商

objection =
    .question = 不是您本人操作？
    .answer = 请在此告诉我们：您将在所有地方退出登录，您的账户将被冻结，任何人都无法更改，并且会通知您的管理员。此链接只能使用一次，有效期至 { $objectionEnd }。
    .action = 这不是我

factor-enabled =
    .subject = 您的双重验证已开启
    .text = 从现在起，登录时除了密码，还需要输入验证器应用中的验证码。
    .more = 请妥善保管您的恢复代码。如果哪天手机不在身边，可以用其中一个登录。

authenticator-added =
    .subject = 已添加一个验证器
    .text = 现在可以用它的验证码登录您的账户。

authenticator-replaced =
    .subject = 已更换一个验证器
    .text = 现在请使用新验证器的验证码。旧验证器的验证码不再有效。

authenticator-removed =
    .subject = 已移除一个验证器
    .text = 它的验证码不能再用于登录您的账户。

passkey-enabled =
    .subject = 您的双重验证已开启
    .text = 从现在起，登录时除了密码，还需要使用您的通行密钥。
    .more = 请妥善保管您的恢复代码。如果哪天通行密钥不在身边，可以用其中一个登录。

passkey-added =
    .subject = 已添加一个通行密钥
    .text = 现在可以用它登录您的账户。

passkey-removed =
    .subject = 已移除一个通行密钥
    .text = 它不能再用于登录您的账户。

factor-disabled =
    .subject = 您的双重验证已关闭
    .text = 从现在起，只需密码即可登录。您的验证器、通行密钥和恢复代码不再有效。

factor-reset =
    .subject = 您的双重验证已被重置
    .text = 管理员已移除您的验证器、通行密钥和恢复代码，并使您在所有地方退出登录。
    .code = 下次登录时需要输入一个代码，管理员会读给您听。之后请设置新的验证器。
    .no-code = 下次登录时只需密码。届时请设置新的验证器。

recovery-codes-regenerated =
    .subject = 您有了新的恢复代码
    .text = 已为您的账户生成 { $count } 个新的恢复代码。以前的恢复代码不再有效。

recovery-code-used =
    .subject = 一个恢复代码已被使用
    .text = 您的第 { $number } 号恢复代码已被用来代替验证器的验证码，不能再次使用。
    .remaining = { $remaining ->
        [0] 您已没有剩余的恢复代码。
       *[other] 您还剩 { $remaining } 个恢复代码。
    }
    .few = 请现在就生成新的恢复代码，这样手机不在身边时也能登录。
    .action = 生成新的恢复代码

password-changed =
    .subject = 您的密码已更改
    .text = 现在只有新密码有效。您在其他地方均已退出登录。

password-forgotten =
    .subject = 您的密码已更改
    .text = 新密码是通过我们发给您的链接设置的。您已在所有地方退出登录。

email-change-requested =
    .subject = 有人请求更改您的邮箱地址
    .text = 您的账户收到了更改邮箱地址的请求。在发往新地址的链接被打开之前，一切保持不变。

email-changed =
    .subject = 您的邮箱地址已更改
    .text = 现在请用新地址登录，邮件也会发往新地址。
    .back = 如果不是您本人操作，下面的链接还会将您的账户恢复为原来的地址。

email-restored =
    .subject = 您的邮箱地址已恢复
    .text = 能收到旧地址邮件的人表示，更改地址的不是其本人。您的账户已恢复为该地址，并已被冻结：任何人都无法更改。
    .more = 如果是您自己更改的，请联系管理员：在管理员与您一起核实之前，账户将一直冻结。

identity-linked =
    .subject = 已关联一个账户
    .text = 从现在起，除密码外，也可以用此提供商的账户登录您的账户。

identity-unlinked =
    .subject = 已取消关联一个账户
    .text = 此提供商的账户不能再用于登录您的账户。

new-device =
    .subject = 有人用新的浏览器登录
    .text = 您的账户在一个我们从未见过的浏览器中登录。如果是您本人，则无需任何操作。

codes-guessed =
    .subject = 可能有人知道您的密码
    .text = 有人输入了您的正确密码，随后输入了 { $failures } 个错误的验证码。错误的验证码无法登录。
    .more = 如果不是您本人，说明此人知道您的密码：请在这里以及您使用该密码的其他地方更改密码。
    .action = 更改我的密码

passkey-copied =
    .subject = 您的一个通行密钥可能已被复制
    .text = 该通行密钥已被拒绝，因为它签名时仿佛之后的一次使用从未发生过。设备本身不会这样，但其密钥的副本会。
    .more = 如果您只在一台设备上使用此通行密钥，请将其从账户中移除，并重新设置一个。
    .action = 前往“我的安全”

invitation =
    .subject = { $inviter } 邀请您加入 { $organization }
    .text = { $organization } 为您准备了一个账户。设置密码后即可使用。
    .action = 激活我的账户
    .note = 此链接只能使用一次，有效期至 { $until }。
    .stranger = 如果您不知道这是怎么回事，请忽略这封邮件。没有您的操作，不会发生任何事。

password-reset =
    .subject = 请设置新密码
    .text = 有人为您的账户申请了新密码。如果是您本人，请现在设置。
    .action = 设置新密码
    .note = 此链接只能使用一次，有效期至 { $until }。
    .stranger = 如果不是您本人，请忽略这封邮件。您的密码保持不变。

password-asked =
    .subject = 请设置新密码
    .text = { $by } 请您为账户设置新密码。除您之外，没有人会知道它。
    .action = 设置新密码
    .note = 此链接只能使用一次，有效期至 { $until }。
    .stranger = 如果您不知道这是怎么回事，请忽略这封邮件。您的密码保持不变。

login-code =
    .subject = 您的登录验证码
    .text = 请在您正在登录的页面上输入此验证码。
    .note = 此验证码只能使用一次，有效期至 { $until }。无论谁索要，都不要告诉对方。
    .stranger = 如果您现在并未尝试登录，说明有人知道您的密码：请更改密码。

email-confirmation =
    .subject = 请确认您的邮箱地址
    .text = { $address } 是您的地址吗？确认后，您的账户即可使用它。
    .action = 确认此地址
    .note = 此链接只能使用一次，有效期至 { $until }。
    .stranger = 如果您没有申请这封邮件，请忽略。

policy-changed =
    .subject = 登录策略已更改
    .text = { $by } 更改了 { $organization } 的登录策略。
    .action = 查看策略
    .note = 您收到这封邮件，是因为您是 { $organization } 的管理员。如果没有人知道这次更改，请查看审计日志。

setting = { $setting ->
    [mode] 是否要求双重验证
    [phases] 推行阶段
    [newUsers] 新用户何时设置
    [afterGrace] 截止时间之后的处理
    [loginStyle] 登录表单
    [sso] 单点登录
    [allowedMethods] 允许的方式
    [passkeyLogin] 仅用通行密钥登录
    [passkeyOnly] 需要通行密钥的角色
    [recoveryCodeCount] 恢复代码的数量
    [secretMaxAgeDays] 验证器的使用期限
    [skewSteps] 时钟容差
    [trustedDeviceDays] 受信任的设备
    [stepUpMaxAgeMinutes] 再次确认的有效时间
    [adminReset] 由谁重置管理员
    [resetProof] 重置后的证明
    [temporaryPass] 临时通行码
    [digits] 验证码的位数
    [algorithm] 验证码的算法
   *[other] { $setting }
}

set-up-reminder =
    .subject = 请设置双重验证
    .text = 您在 { $organization } 的账户目前只有密码保护。有了手机应用中的验证码，密码被盗也无法登录。设置只需两分钟。
    .deadline = 请在 { $deadline } 之前完成。此后您的账户必须使用双重验证。
    .action = 立即设置

account-frozen =
    .subject = { $user } 表示：这不是我
    .text = { $user } 收到有关其账户的通知，并回复说不是本人操作。该账户已在所有地方退出登录并被冻结：任何人都无法更改。
    .more = 解除冻结之前，请当面或通过电话与 { $user } 核实。
    .action = 查看用户
