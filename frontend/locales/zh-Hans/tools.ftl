### 登录后每个页面上随手可用的工具：查找一切，以及键盘快捷键。

title = 全局搜索
hint = 页面或操作
    .people = 页面、操作或用户
close = 关闭
cancel = 取消
found = { $count ->
    [0] 未找到任何内容。
   *[other] 找到 { $count } 项。
}

pages = 页面
actions = 操作
people = 用户
order =
    .invite = 邀请用户
    .create-account = 创建带密码的账户
    .import = 导入用户
    .create-role = 创建角色
    .make-key = 创建 API 密钥
    .connect-provider = 连接单点登录提供商
    .create-webhook = 创建 Webhook
    .create-organization = 创建组织
    .export-log = 导出审计日志
language = 语言：{ $language }
colours =
    .light = 配色：浅色
    .dark = 配色：深色
    .auto = 配色：跟随系统

shortcuts = 键盘快捷键
    .find = 全局搜索
    .search = 转到页面的搜索框
    .new = 在此页面上新建
    .help = 显示这些快捷键
go-to = 转到“{ $page }”
then = 然后
control = Ctrl
single-keys = 使用单键快捷键
    .about = 如果您用语音操作电脑，或容易误按按键，请将其关闭。

# $count is how many of them leave something out.
filters = { $count ->
    [0] 筛选
   *[other] 筛选（{ $count }）
}
views = 已保存的筛选条件
    .about = 保存在此浏览器中，仅供您使用。
    .shown = 当前显示

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
