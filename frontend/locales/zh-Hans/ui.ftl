### 每个页面的各个部分自己要说的话。

title = { $page } · Nightlatch
loading = 正在加载
offline = 离线时无法显示。
try-again = 重试
needs-factor = 此操作需要双重验证。
cancel = 取消
close = 关闭
leave = 离开
stay = 留在此页
load-more = 加载更多
protected = 已受双重验证保护
language = 语言
help = 帮助
    .aside = 帮助（在新标签页中打开）
separator = 、

code-label = 验证码
code-description = { $lengths } 位数字，与应用中显示的一致。
show-password = 显示我输入的内容
clear = 清除“{ $label }”
found = { $count ->
    [0] 未找到任何人。
   *[other] 找到 { $count } 人。
}

copied = 已复制
not-copied = 您的浏览器不允许在此处复制。

rename = 重命名 { $name }
rename-label = 名称
rename-action = 重命名

part-of-whole = { $part } / { $whole }
as-table = 以表格显示
as-csv = CSV

setup-key = 设置密钥：{ $key }
setup-key-hint = 将指针移到圆点上，或轻触圆点，即可查看密钥。
copy-key = 复制密钥
