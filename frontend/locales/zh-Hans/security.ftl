### 我的安全：本人的双重验证、会话和最近的活动。

title = 我的安全

## 已开启、已关闭或需要更新

state =
    .notEnabled = 双重验证未开启
    .enabled = 双重验证已开启
    .expired = 双重验证已开启，但需要更新
    .suspended = 双重验证已设置，但未在使用
off =
    .password = 任何知道您密码的人都可以冒用您的身份登录。
    .mailbox = 知道您密码的人还需要进入您的邮箱才能登录。通行密钥或验证器应用更安全。
    .unasked = 任何知道您密码的人都可以冒用您的身份登录。您的组织目前不要求任何人使用双重验证；您可以提前设置。
on =
    .since = 已于 <since/> 开启。
    .renew = 已于 <since/> 开启。密钥有效期至 <renew/>，届时会提醒您。
    .expired = 已于 <since/> 开启。目前仍然有效；请更换下方标出的验证器。
    .unasked = 您的组织目前不要求任何人使用双重验证。您的设置会保留。
# $policy is a sentence, with its full stop.
asked = 您的组织的要求：{ $policy }
set-up = 设置

## 各种验证方式

passkeys = 通行密钥
    .add = 添加通行密钥
    .none = 您还没有通行密钥。通行密钥就是您的指纹、面容或屏幕锁定：无需输入任何内容，任何假冒页面都无法骗走它。
    .no-new = 您的组织目前不接受新的通行密钥。
    .most = 最多只能有十个通行密钥。
    .stays-required = 您的组织要求使用双重验证。要移除唯一的通行密钥，请先添加另一个。
    .stays-passwordless = 关闭双重验证需要密码，而您在这里没有密码。要移除唯一的通行密钥，请先添加另一个。
# Of one: kept by one device, or synced between several; used already, or not.
passkey =
    .device-used = 仅在一台设备上，添加于 <added/>，上次使用：<used/>
    .device-unused = 仅在一台设备上，添加于 <added/>，尚未使用
    .synced-used = 在您的设备间同步，添加于 <added/>，上次使用：<used/>
    .synced-unused = 在您的设备间同步，添加于 <added/>，尚未使用
authenticators = 验证器
    .add = 添加验证器
    .none = 您还没有设置验证器应用。
    .most = 最多只能有五个验证器。
    .stays-required = 您的组织要求使用双重验证，因此唯一的验证器只能更换，不能移除。
    .stays-passwordless = 关闭双重验证需要密码，而您在这里没有密码，因此唯一的验证器只能更换，不能移除。
authenticator =
    .unused = 添加于 <added/>
    .used = 添加于 <added/>，上次使用：<used/>
    .unused-renew = 添加于 <added/>，请在 <renew/> 之前更新
    .used-renew = 添加于 <added/>，上次使用：<used/>，请在 <renew/> 之前更新
    .old = 需更新，请更换
    .taken-over = 从原系统迁入，尚未在此使用

## What can be done with something; the longer words are for those who hear them

replace = 更换
    .named = 更换“{ $name }”
rename = 重命名
    .named = 重命名“{ $name }”
    .done = 已重命名
remove = 移除
    .named = 移除“{ $name }”
    .question = 要移除“{ $name }”吗？
    .keep = 保留
    .done = 已移除“{ $name }”
consequence =
    .totp = 它的验证码会立即失效。您的其他双重验证方式和恢复代码保持不变。
    .passkey = 它在这里不再有效。在您从设备上也将其删除之前，设备会一直保存它。您的其他双重验证方式和恢复代码保持不变。
only =
    .totp = 这是您唯一的验证器，不能单独移除。
    .passkey = 这是您唯一的通行密钥，不能单独移除。
sessions-end = 您的其他会话将结束。

## 恢复代码

after-recovery = 您刚刚使用了一个恢复代码。剩余：{ $left } / { $all }。如果手机已丢失，请<link>更换</link>。
    .passkey = 您刚刚使用了一个恢复代码。剩余：{ $left } / { $all }。如果您不再持有通行密钥，请<link>新建一个</link>。
recovery-codes = 恢复代码
    .new = 生成新代码
    .withdrawn = 这些代码不再有效：数据库已从备份恢复，其中有些可能在备份之后已被使用。请趁还能登录时生成新的代码。
    .none-left = 恢复代码已用完。请趁还能登录时生成新的代码。
    .few-left = 恢复代码所剩不多。请趁还能登录时生成新的代码。
    .about = 共 { $all } 个，剩余 { $left } 个。无法使用双重验证时，每个代码可登录一次。也有人称之为备用码。
    .about-made = 共 { $all } 个，剩余 { $left } 个，生成于 <made/>。无法使用双重验证时，每个代码可登录一次。也有人称之为备用码。
    .unused = 未使用：{ $numbers }
recovery-code =
    .used = <code>代码 { $number }</code> 已于 <when/> 使用
    .withdrawn = <code>代码 { $number }</code> 已于 <when/> 作废
new-codes = 生成新的恢复代码
    .text = 新代码一生成，您现有的代码就会失效。
    .passkey = 请先用您的通行密钥确认：指纹、面容或屏幕锁定。
    .use-passkey = 使用通行密钥
    .make = 生成新代码
    .cancel = 取消
    .refused = 此通行密钥未被接受。
    .refused-tries = 此通行密钥未被接受。还可以尝试 { $tries } 次。
    .unclear = 无法连接 Nightlatch，因此无法确定是否已生成新代码。旧代码可能已失效。请检查您的网络连接，然后生成新代码。
    .save = 请保存您的恢复代码
    .done = 已生成新的恢复代码：旧代码不再有效。
instead =
    .passkey = 改用通行密钥
    .totp = 改用验证器应用中的验证码

## 邮件验证码

email-codes = 登录时的邮件验证码
    .switch = 登录时要求邮件验证码
    .on = 邮件验证码已开启
    .off = 邮件验证码已关闭
    .free = 输入密码后，您需要再输入我们发送到 <address>{ $email }</address> 的验证码。这比仅用密码更安全；通行密钥或验证器应用则更加安全。
    .unverified = 在您没有双重验证时，这比仅用密码更安全。请先在<link>我的账户</link>中确认 <address>{ $email }</address> 是您的地址。
    .passwordByMail = 您的密码是通过我们发送的邮件链接设置的，因此同一邮箱收到的验证码证明不了更多。请先在<link>我的账户</link>中设置其他密码。
    .superseded = 您已有双重验证：登录时会要求使用它，不会发送邮件验证码。
    .administrator = 不适用于管理员：能看到其邮件的人，不应因此就能以管理员身份登录。请改为设置双重验证。
    .forbidden = 您的组织不使用邮件验证码。请改为设置双重验证。
    .nobodyIsAsked = 您的组织目前不要求任何人输入验证码，也不发送验证码。

## 浏览器和会话

trusted-browsers = 受信任的浏览器
    .none = 无：每次登录都会要求双重验证。
    .about = 在所示日期之前，在这里只需密码即可登录。
    .removed = 已不再受信任
    .this = 此浏览器
    .remove-this = 移除“{ $device }”（此浏览器）
    .used = 上次使用：<used/>，有效期至 <until/>
    .used-at = { $address }，上次使用：<used/>，有效期至 <until/>
sessions = 您的登录位置
    .end-others = 结束所有其他会话
    .ended = 已结束
    .this = 此设备
    .end = 结束
    .end-of = 结束“{ $device }”的会话
# $from is a list of an address, and of how somebody signed in, which comes next.
session = { $from }，登录于 <since/>，上次活动：<seen/>
    .password = 使用密码
    .email = 使用邮件验证码
    .factor = 使用双重验证
    .passkey = 仅用通行密钥
    .sso = 通过单点登录
    .sso-factor = 通过单点登录和双重验证
activity = 最近的活动
    .none = 还没有任何活动。
    .refused = 已拒绝

## Turning it off, or deleting it where nobody is asked for it

turn-off = 关闭双重验证
    .text = 关闭后，仅凭密码就能登录您的账户。此操作需要您的密码和双重验证。
    .begin = 关闭…
    .question = 要关闭双重验证吗？
    .keep = 保持开启
    .do = 关闭
    .opens = 仅凭密码就能登录您的账户。
delete = 删除您的双重验证设置
    .text = 您的验证器、通行密钥和恢复代码都将消失，即使您的组织以后再次要求使用也无法恢复。此操作需要您的密码和双重验证。
    .begin = 删除…
    .question = 要删除您的双重验证设置吗？
    .keep = 保留
    .do = 删除
gone = 您的验证器、通行密钥和恢复代码将被删除，无法恢复。
stays-required = 您的组织要求使用双重验证，因此无法关闭。
    .replace = 您的组织要求使用双重验证，因此无法关闭。如果您更换手机，请改为更换验证器。
stays-passwordless = 关闭双重验证需要密码，而您在这里没有密码。管理员可以重置您的双重验证。
    .replace = 关闭双重验证需要密码，而您在这里没有密码。管理员可以重置您的双重验证。如果您更换手机，请改为更换验证器。
password = 密码
follows = 按下按钮后，会要求您使用通行密钥：指纹、面容或屏幕锁定。
wrong-code = 密码或验证码不正确。
    .tries = 密码或验证码不正确。还可以尝试 { $tries } 次。
wrong-passkey = 密码或通行密钥不正确。
    .tries = 密码或通行密钥不正确。还可以尝试 { $tries } 次。
