### 页面之外的应用本身。

start-page = 前往首页
try-again = 重试

not-found = 未找到页面
    .text = 此地址没有页面，或者该页面不对您的账户开放。

broken = 无法显示此页面
    .outdated = 无法连接 Nightlatch，或者它刚刚更新过。

offline = 您已离线。恢复连接之前无法进行任何更改。

development = 开发环境
    .text = 开发服务：邮件不会发出。<mailbox>打开邮箱</mailbox>
