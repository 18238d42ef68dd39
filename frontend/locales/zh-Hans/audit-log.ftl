### 审计日志：谁在何时、从何处、对谁做了什么。

title = 审计日志
events = 事件

## 单个事件

table = 审计事件，最新的在前
column =
    .when = 时间
    .what = 事件
    .who = 操作者
    .whom = 涉及对象
    .from = IP 地址
refused = 已拒绝
details = 详细信息
api-key = API 密钥 { $name }
elsewhere = 另一个组织的超级管理员
nobody = 未登录
everybody = 所有人
themselves = 本人

## 筛选

action = 事件
    .any = 全部
actor = 操作者
subject = 涉及对象
person = 姓名或邮箱
    .unnamed = 此人
from = 从
to = 至
span = 发生时间
    .today = 今天
    .days = 最近 { $days } 天
routine = 显示例行事件，例如会话延续
everything = 清除筛选
nothing = 没有符合此筛选条件的事件。
    .actor = 这里没有 { $actor } 的操作。
    .subject = 这里没有涉及 { $subject } 的事件。
    .both = 这里没有 { $actor } 针对 { $subject } 的操作。

## 保存为文件

export = 导出
    .csv = CSV，用于电子表格
    .json-lines = JSON Lines，用于程序
    .without-routine = 不含例行事件
    .running = 正在导出：已完成 { $size }。<stop>停止</stop>
    .saved = 事件已保存：{ $size }。
    .broken-off = 传输中断，未保存任何内容。请重试，或先缩小事件范围。

## 用封印检查

check = 检查日志
    .running = 正在检查：已检查 { $events } 个事件。<stop>停止</stop>
    .broken-off = 检查中断。请重试。
whole = 日志完整：{ $events } 个事件，与写入时一致。
    .unsealed = 日志完整：{ $events } 个事件，与写入时一致。另有 { $unsealed } 个将在数秒内封存。
seal = 请将最后一个封印保存在别处：之后可以用它运行 <command>nightlatch audit verify --head</command>，查看日志末尾是否被截断。
    .copy = 复制最后一个封印
not-whole = <strong>日志与写入时不一致。</strong>有数据库访问权限的人更改了日志。请原样保留一份数据库副本，并查明谁有访问权限。
    .more = 还有 { $findings } 处异常。
finding = 有内容与写入时不一致。
    .altered = 一个事件被更改。
    .missing = 一个事件被移除。
    .inserted = 混入了一个并非由此服务写入的事件。
    .sealBroken = 第 { $seal } 号封印被更改。
    .sealMissing = 第 { $seal } 号封印被移除。
