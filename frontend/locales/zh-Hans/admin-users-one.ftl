### 用户页面，以及在其中的操作。

cancel = 取消
close = 关闭
title = 用户
back = 所有用户
    .list = 返回列表
    .label = 返回
missing = 没有此用户
    .text = 此地址没有对应的用户，或该用户不在此组织中。
frozen = 已冻结：账户的所有者收到有关此账户的邮件，并表示不是本人操作。

## 为何无法更改，或某项操作不可用

bar =
    .reader = 您可以查看此账户；管理员可以更改它。
    .self = 这是您自己的账户。任何人都不能重置或停用自己，也不能更改自己的角色：请联系其他管理员。
    .above = 这是超级管理员。只有其他超级管理员才能更改此账户。
obstacle =
    .superadminOnly = 在您的组织中，只有超级管理员才能对管理员执行此操作。
    .passesOff = 登录策略中已关闭临时通行码。
    .nothingToStandInFor = 没有可由临时通行码代替的双重验证。
not-permitted = 您的权限不足以执行此操作。超级管理员可以执行。

## 账户

account = 账户
    .email = 邮箱
    .verified = { $email }<state>（已确认）</state>
    .unverified = { $email }<state>（未确认）</state>
    .roles = 角色
    .added = 添加时间
    .login = 登录方式
    .sign-in = 登录
    .log = 审计日志
    .log-by = 此用户的操作
    .log-about = 与此用户有关的操作
sign-in =
    .suspended = 已停用
    .allowed = 允许
    .password = 设置密码后允许
    .invitation = 接受邀请后允许
roles = 更改角色…
    .title = { $name } 的角色
    .action = 保存角色
    .done = { $name } 的角色已更改。

## 双重验证

factor = 双重验证
    .status = 状态
    .imported = 已导入
    .unproved = 有一个从其他系统导入的验证器，尚未在此使用
    .methods = 方式
    .set-up = 设置时间
    .codes = 恢复代码
    .codes-none = 无
    .codes-left = 剩余 { $remaining } 个，共 { $total } 个
    .pass = 临时通行码
    .code = 代码
    .until = 有效期至 <when/>
    .no-code = 已使用或已过期：需要新的代码

reminder = 提醒
    .order = 邮件提醒…
    .purpose = { $name } 尚未设置双重验证。将发送邮件请其设置。
    .title = 要通过邮件提醒 { $name } 吗？
    .text = 发送到 <to>{ $email }</to> 的邮件会请 { $name } 设置双重验证，并告知截止时间。
    .action = 提醒
    .done = 已通过邮件提醒 { $name }。

pass = 临时通行码
    .order = 发放通行码…
    .purpose = 用于手机暂时不在身边时：此通行码可代替双重验证一次，随后引导设置新的双重验证。现有设置保留不变。
    .purpose-reset = 用于代码丢失或过期时：由新的代码取代，有效时间由您选择。
    .title = 为 { $name } 发放临时通行码
    .text = 此通行码可代替双重验证一次，随后引导 { $name } 设置新的双重验证。
    .text-again = 此通行码可代替双重验证一次，随后引导 { $name } 设置新的双重验证。对方现有的代码将失效。
    .lifetime = 有效时间
    .action = 发放通行码
    .slip = { $name } 的临时通行码
    .passedOn = { $name } 已有临时通行码。
    .left = { $name } 已有临时通行码，但您没有告知对方：如有需要，请重新发放。

reset = 重置
    .order = 重置…
    .purpose = 用于手机彻底丢失时：现有设置将全部删除，由 { $name } 设置新的双重验证。
    .purpose-none = 没有任何可能丢失的设置。重置会使 { $name } 退出登录，并重新开始设置。
    .purpose-again = 重新开始：新的代码将取代之前的代码，24 小时内有效。
    .title = 要重置 { $name } 的双重验证吗？
    .deleted = 对方的验证器、通行密钥和恢复代码将被删除，无法恢复。
    .signed-out = 对方将在所有地方退出登录。
    .code = 您会得到一个代码，请读给对方听：{ $name } 在下次登录时输入代码，然后设置新的双重验证。
    .no-code = { $name } 下次只需密码即可登录，然后设置新的双重验证。
    .action = 重置
    .slip = { $name } 的重置代码
    .passedOn = { $name } 的双重验证已重置。下次登录时需要输入您告知的代码。
    .left = { $name } 的双重验证已重置。由于没有代码，需要再次重置，或发放临时通行码。
    .withoutCode = { $name } 的双重验证已重置。对方登录后将设置新的双重验证。

## 需要告知对方的代码

slip = 代码
    .lifetime = 只能使用一次，{ $lifetime }内有效：至 <when/>。
    .once = 请通过核实身份时使用的渠道读给对方听；之后您无法再次查看。
    .use = { $name } 用邮箱和密码登录，输入此代码，然后设置新的双重验证。
    .copy = 复制代码
    .passed-on = 我已告知对方
    .leave = 不告知代码就离开吗？
    .close = 不告知代码就关闭吗？
    .loss = 代码只在此时显示。没有它，{ $name } 需要新的代码。
    .stay = 留在此页

## 邀请

invitation = 邀请
    .sent = 发送时间
    .good-until = 链接有效期至
    .expired = 链接过期时间
    .none = 此账户导入时没有密码，可在登录页面通过“忘记密码？”设置。
link = 新链接
    .first = 发送邀请
    .again = 重新发送
    .purpose-first = 将链接发送到 { $email }。
    .purpose = 将新链接发送到 { $email }。
    .purpose-again = 将新链接发送到 { $email }；之前的链接将失效。
    .done = 新链接已发送至 { $email }。
revoke = 撤销
    .order = 撤销邀请…
    .purpose = 链接将失效，账户将被移除。之后可以再次邀请此地址。
    .title = 要撤销对 { $email } 的邀请吗？
    .text = 已发送的链接将失效，账户将从列表中移除。
    .again = 您可以随时再次邀请 { $email }。
    .action = 撤销邀请
    .done = 对 { $email } 的邀请已撤销。
remove = 移除
    .order = 移除账户…
    .purpose = 账户将被删除。之后可以再次导入或邀请此地址。
    .purpose-with-factor = 账户及其导入的双重验证将被删除，只有再次导入才能恢复。
    .title = 要移除 { $email } 的账户吗？
    .action = 移除账户
    .done = { $email } 的账户已移除。

## 要求

requirement = 要求
    .deadline = 截止时间
deadline = 设定截止时间…
    .title = 为 { $name } 设定截止时间
    .text = 它将取代登录策略中的截止时间，之后更改策略也不会影响它。
    .action = 设定截止时间
    .done = { $name } 的截止时间为 { $date }。

## 访问

access = 访问

unfreeze = 冻结
    .order = 解除冻结…
    .purpose = 在您与 { $name } 一起处理好之前，对方无法更改账户的任何内容。
    .title = 要解除 { $name } 的账户冻结吗？
    .first = 请先通过您信任的渠道，与 { $name } 一起核对发生了什么：账户中的一切，包括密码和邮箱地址，是否都属于本人？
    .second = 之后 { $name } 可以重新更改账户，其他能够登录的人也可以。
    .action = 解除冻结
    .done = { $name } 的账户已解除冻结。

newPassword = 密码
    .order = 发送链接…
    .purpose = 适用于 { $name } 忘记了密码，或密码可能被他人知道的情况。
    .title = 要向 { $name } 发送设置新密码的链接吗？
    .first = 新密码由 { $name } 自己选择；您看不到新密码，也看不到链接。链接在 30 分钟内有效。
    .second = 在此之前，原密码仍然有效，已登录的会话也会保留。如果密码可能被他人知道，请同时让该账户在所有地方退出登录。
    .action = 发送链接
    .done = 设置新密码的链接已发送给 { $name }。

signOut = 会话
    .order = 全部退出登录…
    .purpose = 结束 { $name } 在所有设备上的所有会话。
    .title = 要让 { $name } 在所有地方退出登录吗？
    .first = { $name } 的所有会话将立即结束。密码和双重验证保持不变。
    .action = 全部退出登录
    .done = { $name } 已在所有地方退出登录。

disconnect = 单点登录
    .order = 取消关联…
    .purpose = 用于提供商处的账户并非或不再由 { $name } 掌握时。
    .title = 要取消 { $name } 的单点登录关联吗？
    .first = 提供商处的任何账户都不能再以 { $name } 的身份登录，所有会话将立即结束。{ $name } 会收到邮件通知。
    .second = 从现在起，{ $name } 使用密码登录，并可重新关联账户。
    .action = 取消关联
    .done = 从现在起，{ $name } 使用密码登录。

suspend = 停用
    .order = 停用…
    .purpose = 用于已离开的人，或账户面临风险时：恢复账户之前，{ $name } 无法登录。
    .title = 要停用 { $name } 的账户吗？
    .first = { $name } 将无法再登录，并在所有地方退出登录。
    .second = 现有设置会保留，您之后可以恢复此账户。
    .action = 停用
    .done = { $name } 的账户已停用。

restore = 停用
    .order = 恢复…
    .purpose = 恢复账户之前，{ $name } 无法登录。
    .title = 要恢复 { $name } 的账户吗？
    .first = { $name } 可以用之前的密码和双重验证重新登录。
    .action = 恢复
    .done = { $name } 可以重新登录。
