### 用户列表，以及对多个用户的操作；也包括用户页面上相同的文字。

title = 用户
    .import = 导入用户
    .invite = 邀请用户
cancel = 取消
close = 关闭

count = { $count } 位用户
    .unknown = 所有用户
    .none = 没有符合条件的用户。
    .found = 找到 { $count } 位用户。

## 筛选

search = 搜索
    .hint = 姓名或邮箱
filter =
    .two-factor = 双重验证状态
    .role = 角色
    .account = 账户
    .login = 登录方式
    .all = 全部
    .reset = 清除筛选
sort = 排序方式
    .email = 邮箱，A 到 Z
    .email-reversed = 邮箱，Z 到 A
    .name = 姓名，A 到 Z
    .name-reversed = 姓名，Z 到 A
    .lastSignIn = 上次登录，最早的在前
    .lastSignIn-reversed = 上次登录，最近的在前
    .created = 添加时间，最早的在前
    .created-reversed = 添加时间，最近的在前
standing =
    .enabled = 已开启
    .expired = 已开启，需更新
    .notEnabled = 未开启
    .inGrace = 未开启，尚在宽限期内
    .overdue = 未开启，已逾期
    .blocked = 未开启，已阻止登录
account =
    .active = 已激活
    .invited = 已邀请
    .suspended = 已停用

## 一行

column =
    .user = 用户
    .roles = 角色
    .login = 登录方式
    .twoFactor = 双重验证状态
    .codes = 恢复代码
    .lastSignIn = 上次登录
    .email = 邮箱地址
    .deadline = 截止时间
    .created = 添加时间
columns = 列
    .shown = 姓名以外的列
    .reset = 恢复默认列
# Where no sign-in is known: there was none, or it was before their times were kept.
no-sign-in = 暂无记录
suspended = 已停用
frozen = 已冻结
state =
    .enabled = 已开启
    .expired = 需更新
    .notEnabled = 未开启
    .reset = 已重置：等待输入代码
due =
    .ahead = 截止时间：{ $date }
    .overdue = 已逾期
    .blocked = 已阻止登录
    .atNextSignIn = 下次登录时须设置
since = { $methods }，<when/>起
codes = 剩余 { $remaining } 个，共 { $total } 个
    .none = 无
    .made = 生成于 <when/>
imported = 已导入，尚无密码
invited = 已邀请
    .good = 已邀请，链接有效期至 { $moment }
    .expired = 已邀请，链接已过期
link =
    .good = 链接有效期至 { $moment }
    .expired = 链接已过期

## 选中的用户，以及对他们的操作

selection = 选中的用户
    .one = 选择 { $name }
    .shown = 选择显示的所有用户
    .all = 选择符合条件的全部 { $total } 人
    .size = 已选择 { $count } 人
    .clear = 取消选择
order =
    .remind = 邮件提醒…
    .extendDeadline = 推迟截止时间…
    .reset = 重置…

## 对多个用户的操作：从询问到结果

reset =
    .title = 要重置 { $count } 人的双重验证吗？
    .deleted = { $count } 人的验证器、通行密钥和恢复代码将被删除，无法恢复。
    .signed-out = 他们将在所有地方退出登录。
    .code = 您将为每个人得到一个代码，只显示一次：他们在下次登录时输入代码，然后设置新的双重验证。
    .no-code = 他们下次只需密码即可登录，然后设置新的双重验证。
    .confirm = 为 { $count } 人重置
    .running = 正在重置双重验证
    .done = 已重置
    .refused = 已拒绝
    .left = { $count } 人被拒绝
extendDeadline =
    .title = 要推迟 { $count } 人的截止时间吗？
    .day = 无论登录策略如何规定，您选择的日期都将成为 { $count } 人的截止时间。截止时间已经更晚的人保持不变。
    .blocked = 现在被阻止登录的人，在此之前可以重新登录。已设置双重验证的人保持不变。
    .confirm = 为 { $count } 人推迟
    .running = 正在推迟截止时间
    .done = 已推迟
    .refused = 已拒绝
    .left = { $count } 人被拒绝
remind =
    .title = 要通过邮件提醒 { $count } 人吗？
    .mail = 没有设置双重验证的人会收到一封邮件，请其设置，并告知截止时间。
    .left-out = 已设置、无法登录或在过去一小时内已提醒过的人将被略过。
    .confirm = 提醒 { $count } 人
    .running = 正在发送提醒
    .done = 已提醒
    .refused = 已略过
    .left = { $count } 人被略过

running =
    .leave = 要在完成之前离开吗？
    .loss = 已完成的操作不会撤销，但您将看不到涉及哪些人，代码也不会再次显示。
    .confirm = 您用双重验证确认后将继续进行。
    .stop = 停止
    .resume = 继续
outcome = 已完成
    .stopped = 已提前停止
    .sentence = { $parts }。
    .done = { $count } 人已完成
    .missed = { $count } 人未处理
    .list = 每个人的结果
    .all = 显示全部 { $count } 人
refused = 已拒绝。
    .lately = 过去一小时内已提醒过。

## 被重置者的代码

code =
    .copy = 复制
    .spoken = 复制 { $name } 的代码
    .until = 有效期至 <when/>
all-codes = 请立即保存或复制这 { $count } 个代码：之后无法再次查看。请通过核实身份时使用的渠道，将代码分别告知本人。
    .copy = 全部复制
    .download = 下载 CSV
    .saved = 我已保存
    .leave = 不保存代码就关闭吗？
    .loss = 代码只在此时显示。没有收到代码的人需要再次重置。
file =
    .user = 用户
    .code = 重置代码
    .until = 有效期至

## 对一个人或多个人的提问

identity = 您是如何确认对方身份的？
    .call = 通过电话
    .video = 通过视频
    .inPerson = 当面
    .other = 其他方式
reason = 原因
    .about = 将记入审计日志。
ticket = 工单（可选）
deadline = 截止时间
    .about = 在这一天结束之前，登录无需双重验证。
