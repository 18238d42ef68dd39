### 登录的第一步。

title = 登录
email = 邮箱
    .missing = 请输入您的邮箱地址。
password = 密码
    .missing = 请输入您的密码。
code = 验证码
    .description = 如果您尚未设置双重验证，请留空。否则请输入应用中的验证码、恢复代码或管理员提供的代码。
action = 登录
with-passkey = 使用通行密钥登录
with-provider = 通过 { $provider } 继续
forgotten = 忘记密码？
replaced = 已有其他人在此浏览器中登录。请重新登录。
unsaved = 您尚未保存的内容已丢失。
