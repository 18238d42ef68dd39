### 组织的双重验证规则。

title = 登录策略
last-changed = 上次更改：<when/>。
read-only = 您可以查看策略；管理员可以更改。

## 各项设置，用作表单的各部分，也用于更改列表

setting =
    .mode = 谁需要双重验证
    .phases = 阶段
    .afterGrace = 截止时间之后
    .newUsers = 新用户
    .loginStyle = 登录
    .allowedMethods = 允许的方式
    .passkeyLogin = 仅用通行密钥登录
    .passkeyOnly = 需要通行密钥的角色
    .recoveryCodeCount = 每人的恢复代码数量
    .secretMaxAgeDays = 更新验证器
    .digits = 新验证器的验证码位数
    .algorithm = 新验证器的算法
    .skewSteps = 当前验证码的前一个和后一个
    .stepUpMaxAgeMinutes = 再次要求验证
    .adminReset = 谁可以重置管理员
    .resetProof = 重置后的证明
    .temporaryPass = 临时通行码
    .sso = 单点登录后的双重验证
    .trustedDeviceDays = 受信任的浏览器

## 表单的其他部分

rollout = 推行
single-sign-on = 单点登录
details = 详细设置
new-authenticators = 新验证器
resets = 重置与临时通行码

## 谁需要双重验证

# 供听读的人使用：这里选择的是什么。
mode = 模式
mode-off = 关闭
    .meaning = 不要求任何人进行双重验证。已设置的内容会保留。
mode-optional = 可选
    .meaning = 所有人都可以设置双重验证。已设置的人登录时需要验证。
mode-required = 必需
    .meaning = 所有人都需要双重验证：立即生效，或分阶段生效。

## 推行

no-phases = 没有阶段：保存后，所有人立即需要双重验证。
add-phase = 添加阶段
sort = 按日期排序
most-phases = 最多可以有 { $most } 个阶段。
phase = 第 { $number } 阶段
remove-phase = 移除
    .spoken = 移除第 { $number } 阶段
phase-target = 对象
phase-start = 开始时间
phase-grace = 宽限天数
everyone = 所有人
timeline = 按日期排列的阶段
# 位于角色名称或“所有人”之下。
timeline-phase = 自 <start/> 起，{ $days ->
    [0] 立即生效
   *[other] 有 { $days } 天时间设置，截止时间 <deadline/>
}
target-taken = 已有针对此对象的阶段。
no-start = 请选择日期和时间。
range = 请输入 { $least } 到 { $most } 之间的整数。

after-grace = 截止时间之后
after-grace-enrollAtLogin = 登录时设置
    .meaning = 逾期者输入密码后立即设置，然后继续。
after-grace-block = 阻止登录
    .meaning = 逾期者无法登录，直到管理员延长时间或发放临时通行码。

new-users = 新用户
new-users-atActivation = 激活时
    .meaning = 他们在激活账户时设置。
new-users-firstLogin = 首次登录时
    .meaning = 他们在首次输入密码后立即设置。
new-users-grace = 在该阶段的宽限期内
    .meaning = 从添加之日算起，宽限天数与其他人相同。

## 登录

# 供听读的人使用：这里选择的是什么。
login-style = 验证码的输入方式
login-style-twoStep = 分步进行
    .meaning = 输入密码后，在单独的页面上要求输入验证码。
login-style-singleForm = 在同一个表单中
    .meaning = 验证码位于密码下方。密码错误和验证码错误的提示相同，因此没有人能知道错的是哪一个。

## 允许的方式

methods = 双重验证方式及其替代方式
method-passkey = 可以使用通行密钥
    .meaning = 用指纹、面容或屏幕锁定确认。任何假冒页面都无法骗走。
method-totp = 可以使用验证器应用
    .meaning = 手机应用显示验证码，供输入使用。
method-recoveryCode = 可以使用恢复代码登录
    .meaning = 丢失手机或密钥时的登录方式。
method-email = 可以开启邮件验证码
    .meaning = 没有双重验证的人可以为自己开启：比仅用密码更安全。它不算作双重验证，也不适用于管理员。
no-factor = 请至少允许通行密钥和验证器应用中的一种。

passkeys = 通行密钥
passkey-login = 仅用通行密钥登录
    .meaning = 无需密码，由设备确认是其所有者本人。它同时代替密码和双重验证。
passkey-only = 拥有这些角色的人需要双重验证时，只有通行密钥有效

## 单点登录

# 供听读的人使用：这里选择的是什么。
sso = 单点登录后的要求
sso-exempt = 信任提供商
    .meaning = 在提供商处登录的人，在这里无需其他验证。安全程度由提供商决定。
sso-trustProvider = 提供商要求过双重验证时信任它
    .meaning = 提供商表明已经要求时，无需其他验证。否则适用密码登录的规则。
sso-required = 在这里也要求
    .meaning = 与密码登录的规则相同：要求双重验证，也要求设置双重验证。

## 详细设置

number-recoveryCodeCount = 每人的恢复代码数量
    .meaning = 一组新恢复代码的数量，6 到 16 个。
number-secretMaxAgeDays = 更新验证器的间隔（天）
    .meaning = 密钥超过此天数时，会请用户更换。0 表示从不。
number-trustedDeviceDays = 信任浏览器的时间（天）
    .meaning = 用户可以在自己的浏览器上跳过验证码的天数，最多 30 天。0 表示从不。
number-stepUpMaxAgeMinutes = 再次要求验证的间隔（分钟）
    .meaning = 更改安全设置时，双重验证最多可以是多久之前完成的。
skew = 接受当前验证码的前一个和后一个
    .meaning = 允许时钟最多相差 30 秒。

## 新验证器

digits = 验证码位数
algorithm = 算法
    .SHA1 = SHA-1（所有应用）
    .SHA256 = SHA-256（部分应用）
    .SHA512 = SHA-512（部分应用）
fits-apps = 所有验证器应用都支持。已设置的验证器保持不变。
fits-some-apps = 并非所有应用都支持：例如 Google Authenticator 无论收到什么设置，都只显示 SHA-1 的六位验证码，这样的验证码会被拒绝。已设置的验证器保持不变。

## 重置与临时通行码

admin-reset-peer = 任何其他管理员
    .meaning = 管理员之间互相帮助。
admin-reset-superadmin = 仅超级管理员
    .meaning = 一个管理员的账户被他人控制时，不会波及其他管理员。请保留两位超级管理员。
reset-proof-code = 一个代码
    .meaning = 管理员把代码读给本人听；没有代码，任何人都无法重新设置双重验证。
reset-proof-none = 无需证明
    .meaning = 重置后仅凭密码即可：知道密码的人都可以设置自己的双重验证。
passes = 管理员可以发放临时通行码
    .meaning = 可以代替双重验证一次的代码，使用后需要重新设置双重验证。
passes-most = 最长有效时间

## 预设

start = 快速开始
use-recommended = 使用推荐的推行方案
choose-preset = 从预设开始…
presets = 从预设开始
    .text = 它会填写下面的所有设置。在您保存之前，不会保存任何内容。
    .choice = 预设
    .cancel = 取消
    .fill-in = 填写
filled-in = 已按“{ $preset }”填写。尚未保存。
preset-recommendedRollout = 推荐的推行方案
    .meaning = 必需：管理员立即生效，经理一周后，所有人两周后；后两者有 7 天宽限期。
preset-guidedAdministrators = 仅管理员
    .meaning = 管理员立即必需，在下次登录时设置；其他人不需要。
preset-optionalShort = 可选
    .meaning = 所有人都可以设置；每人六个恢复代码，密钥每年更新两次。
preset-phasedBlocking = 会阻止登录的推行方案
    .meaning = 分阶段必需，宽限期 7 天。逾期者会被阻止登录，直到管理员提供帮助。
preset-singleForm = 同一个表单
    .meaning = 可选；验证码位于密码下方，密钥从不更新。
preset-supervised = 受监督
    .meaning = 可选；只有超级管理员可以重置管理员，密钥从不更新。

## 影响：影响谁，现在或另一天

preview = 产生的影响
    .changed = 按照您尚未保存的更改。
    .unchanged = 按照当前的策略。
    .wrong = 请先更正表单中标出的内容，再查看影响。
day = 查看另一天
    .now = 现在
counting = 正在统计
now = 此刻
    .caption = 此刻登录会怎样（人数）
    .spoken = 此刻：{ $effects }。
then = { $day }结束时
    .caption = { $day }结束时登录会怎样（人数）
    .spoken = { $day }结束时：{ $effects }。

who = 人员
people = { $people } 人
standing-ready = 就绪
    .meaning = 需要通过已设置的双重验证
standing-notice = 收到提醒
    .meaning = 用密码登录，并收到设置提醒
standing-mustEnroll = 必须设置
    .meaning = 在下次登录时设置
standing-blocked = 被阻止
    .meaning = 无法登录
standing-exempt = 不要求
    .meaning = 仅用密码登录
# 位于条形图下方：每种各有多少人。
share =
    .ready = 就绪 { $people } 人
    .notice = 收到提醒 { $people } 人
    .mustEnroll = 必须设置 { $people } 人
    .blocked = 被阻止 { $people } 人
    .exempt = 不要求 { $people } 人
legend = 各词的含义

# 列表中的各项，也会连成一句朗读。
effect =
    .blocked = { $people } 人无法登录
    .mustEnroll = { $people } 人必须在下次登录时设置双重验证
    .notice = { $people } 人会收到设置提醒
    .ready = { $people } 人需要通过已设置的双重验证
    .exempt = { $people } 人仅用密码登录
    .nobody = 不影响任何人

affected = 人员：{ $people } 人
    .by = { $email }，截止时间 <deadline/>
    .first = 共 { $all } 人，显示前 { $shown } 人。
locked-out = 以下 { $count } 位管理员将无法登录：
    .person = <link>{ $name }</link>，{ $email }

warnings = 警告
# $code 是本页面不认识的代码。在下面各条中，$who 是角色的名称或“所有人”。
warning = 请检查：{ $code }。
    .only_one_administrator = 只有一位管理员。如果此人丢失双重验证，没有人能提供帮助：请再指定一位管理员。
    .administrators_locked_out = 会有管理员无法登录。
    .grace_over_30_days = { $who }：宽限期超过 30 天。时间这么久，容易被遗忘。
    .deadline_in_the_past = { $who }：截止时间已过，因此在下次登录时生效。
    .earlier_deadlines_stay = { $who }：已有更早截止时间的人仍按原来的时间。您可以在个人页面上为其单独延长时间。
    .not_everyone_is_covered = 并未涵盖所有人：不属于任何阶段的人仍然只需密码。
    .nobody_is_covered = 这些阶段不涉及任何人，因此没有人需要双重验证。
    .passkeys_on_single_form = 通行密钥无法放入表单。没有其他方式的人，会在输入密码后要求使用通行密钥。
    .passkeys_demanded_of_nobody = 没有人必须设置双重验证，因此也没有人必须有通行密钥。
    .factor_no_longer_taken = 有一种验证方式不再被接受。没有其他方式的人仍可用它登录，到期时再设置另一种。

## 保存之前：什么会改变，从一个值到另一个值

review = 要保存这些更改吗？
    .changes = 更改内容
    .effect = 产生的影响
    .becomes = 变为
    .at-once = 立即
    .at-the-end = 最后的截止时间（{ $deadline }）过后
    .counting = 正在统计…
    .not-counted = 无法统计。{ $why }
    .cancel = 继续编辑
    .save = 保存
    .save-dangerous = 仍要保存

value =
    .no-phases = 无
    .phase-everyone = 所有人自 { $start } 起，{ $days ->
        [0] 立即生效
       *[other] 有 { $days } 天时间设置
    }
    .phase-role = 角色 { $role } 自 { $start } 起，{ $days ->
        [0] 立即生效
       *[other] 有 { $days } 天时间设置
    }
    .passkey-login = 允许
    .no-passkey-login = 不允许
    .no-passkey-only = 无
    .max-age = { $days ->
        [0] 从不
       *[other] { $days } 天后
    }
    .skew = 接受
    .no-skew = 不接受
    .ask-again = { $minutes } 分钟后
    .passes = 最长有效 { $time }
    .no-passes = 不发放
    .trusted = { $days ->
        [0] 无
       *[other] 信任 { $days } 天
    }

danger =
    .off = 仅凭密码即可登录所有账户。已设置的内容会保留，供以后使用。
    .not-required = 不再有人必须设置双重验证。
    .block = 错过截止时间的人无法登录，直到管理员提供帮助。
    .lost-factor = 没有其他方式的人，在必须使用双重验证时需要另行设置。
    .lost-recoveryCode = 丢失手机的人需要找管理员帮助。
    .lost-email = 已开启邮件验证码的人将不再需要输入验证码。
    .passkey-only = 对于这些角色，验证器应用不再有效。没有通行密钥的人，在必须使用双重验证时需要设置通行密钥。
    .sso = 在提供商处登录的人可以直接进入，无需这里的双重验证。
    .no-proof = 重置后，知道密码的人都可以设置自己的双重验证。

## 保存

save = 保存策略
discard = 放弃更改
unsaved = 尚未保存
    .wrong = 尚未保存：请先更正标出的内容
saved = 登录策略已保存。
leave = 不保存就离开吗？
    .loss = 您对登录策略的更改尚未保存。
refused =
    .stale_version = 在此期间，有其他人更改了登录策略。已载入其设置，并保留您的更改：请检查后再次保存，或放弃您的更改。
    .enroll_first = 要求他人使用双重验证之前，请先为自己设置。<link>设置双重验证</link>
    .last_admin = 按照此策略，将没有管理员能够登录，因此未保存。请给管理员更多时间，或允许逾期者在登录时设置双重验证。
