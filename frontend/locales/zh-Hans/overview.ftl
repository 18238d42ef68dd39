### 组织推行双重验证的进展、即将到来的截止时间以及失败情况。

title = 概览

today = 今天
    .everybody = 所有人都受双重验证保护。
    .nobody = 还没有人受双重验证保护。
    .some = { $total } 位用户中有 { $protected } 位受双重验证保护。
next =
    .overdue = <link>{ $users } 位用户</link>已过截止时间，仍未设置。
    .deadline = <link>{ $users } 位用户</link>须在 { $date }前完成设置。
    .require = { $users } 位没有双重验证的用户不必设置：可在<link>登录策略</link>中更改。
    .renew = <link>{ $users } 位用户</link>应更新旧密钥。
    .invited = <link>{ $users } 位用户</link>尚未激活账户。
    .nothing = 没有需要处理的事项。
# Over the numbers of users: there is little room.
total =
    .all = 所有用户
    .enabled = 双重验证已开启
    .expired = 已开启，需更新
    .notEnabled = 双重验证未开启
    .overdue = 已逾期
    .suspended = 已停用（不计入）

enrollment = 设置进度
    .told = { $accounts } 个账户中有 { $used } 个已设置并使用过双重验证。
    .caption = 按进度统计的用户
stage = 进度
    .accounts = 有账户
    .activated = 可以登录
    .asked = 必须设置，或已设置
    .enrolled = 已设置
    .used = 设置后已使用
    .stuck = 尚未达到
stuck =
    .activated = { $users } 位用户尚未激活账户：<link>查看用户</link>
    .asked = { $users } 位用户不必设置：<link>更改登录策略</link>
    .asked-later = { $users } 位用户目前还不必设置：请见截止时间
    .enrolled = { $users } 位用户尚未设置：<inTime>{ $ahead } 位未到截止时间</inTime>，<late>{ $overdue } 位已逾期</late>
    .used = { $users } 位用户还没有用过。下次登录时会要求使用。

adoption = 受保护用户的变化
    .none = 还没有数据。
    .told = 受保护用户从 { $from } 的 { $before } 位变为 { $to } 的 { $now } 位。
    .shown = 受保护用户从 { $from } 的 { $before } 位变为 { $to } 的 { $now } 位。上边缘表示全部 { $total } 位用户。
    .caption = 按日期统计的受保护用户
    .protected = 受保护
day = 日期

role = 角色
method = 方式
roles = 按角色
    .none = 还没有人拥有角色。
    .label = 按角色统计的受保护用户
methods = 按方式
    .none = 还没有人使用双重验证。
    .label = 按方式统计的受保护用户

deadlines = 即将到来的截止时间
    .none = 未来 { $days } 天内没有人面临截止时间。
    .one = { $users } 位用户没有双重验证：截止时间为 { $date }。
    .several = { $users } 位用户没有双重验证：最早的截止时间为 { $date }，涉及 { $first } 位。
    .ahead = 面临截止时间的用户
    .overdue = { $users } 位用户已逾期
    .on-day = { $date }：{ $users } 位用户
    .caption = 按截止时间统计的用户
    .deadline = 截止时间
    .users = 用户

failures = 失败
    .none = 最近 30 天内没有登录失败，也没有验证码被拒绝。
    .told = 最近 30 天内有 { $passwords } 次密码错误，{ $codes } 次验证码被拒绝。
    .on-day = { $date }：{ $passwords } 次和 { $codes } 次
    .caption = 按日期统计的失败
    .passwords = 密码错误
    .codes = 验证码被拒绝
    .passwords-in-log = 审计日志中的登录失败
    .codes-in-log = 审计日志中的错误验证码

hours = 按小时统计的失败尝试
    .none = 最近 { $weeks } 周内没有失败的尝试。
    .told = 最近 { $weeks } 周内有 { $all } 次失败的尝试，最多的是{ $day } { $time }：{ $most } 次。
    .zone = 时间按您所在的时区：{ $zone }。
    .caption = 按一周各小时统计的失败尝试
    .weekday = 星期
    .hour = 小时
