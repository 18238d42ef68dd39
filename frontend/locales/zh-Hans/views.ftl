### 有人筛选后以名称保存的列表。

title = 已保存的筛选条件
about = 保存在此浏览器中，仅供您使用。
close = 关闭
cancel = 取消
shown = 当前显示

save = 保存此筛选条件
    .first = 请先筛选列表，然后就可以在此保存筛选条件。
    .name = 此筛选条件的名称
    .hint = 例如“逾期的经理”
    .action = 保存
    .replace = 替换
    .done = 已保存“{ $name }”。
rename = 重命名
    .named = 重命名“{ $name }”
    .label = 新名称
    .action = 重命名
    .taken = 另一个筛选条件已使用此名称。
    .done = “{ $before }”现已改名为“{ $name }”。
delete = 删除
    .named = 删除“{ $name }”
    .done = 已删除“{ $name }”。
