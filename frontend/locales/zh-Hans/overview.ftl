### 组织推行双重验证的进展、即将到来的截止时间以及失败情况。

title = 概览

today = 今天
    .everybody = 所有人都受双重验证保护。
    .nobody = 还没有人受双重验证保护。
    .some = { $total } 位用户中有 { $protected } 位受双重验证保护。
# Over the numbers of users: there is little room.
total =
    .all = 所有用户
    .enabled = 双重验证已开启
    .expired = 已开启，但密钥已旧
    .notEnabled = 双重验证已关闭
    .overdue = 已逾期
    .suspended = 已停用（不计入）

adoption = 受保护用户的变化
    .none = 还没有数据。
    .told = 受保护用户从 { $from } 的 { $before } 位变为 { $to } 的 { $now } 位。
    .shown = 受保护用户从 { $from } 的 { $before } 位变为 { $to } 的 { $now } 位。上边缘表示全部 { $total } 位用户。
    .caption = 按日期统计的受保护用户
    .protected = 受保护
day = 日期

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
    .on-day = { $date }：{ $passwords } 和 { $codes }
    .caption = 按日期统计的失败
    .passwords = 密码错误
    .codes = 验证码被拒绝
    .passwords-in-log = 审计日志中的登录失败
    .codes-in-log = 审计日志中的错误验证码
