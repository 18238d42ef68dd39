### 用新密码代替忘记的密码。

back = 返回登录

forgotten = 忘记密码？
    .about = 我们会向您发送一个链接，用于设置新密码。您的双重验证保持不变。
    .email = 邮箱
    .action = 发送链接

sent = 请查看您的邮箱
    .about = 如果存在 <address>{ $email }</address> 的账户，含有链接的邮件已经发出。链接有效期为 30 分钟。
    .nothing = 几分钟后仍未收到？请查看垃圾邮件，或检查地址是否正确。
    .again = 使用其他地址，或重新发送

choose = 请设置新密码
    .opening = 正在检查链接
    .about = 您的所有会话都会随旧密码一起结束。您的双重验证保持不变。
    .password = 新密码
    .action = 更改密码
    .dead = 发送新的链接
changed = 您的密码已更改。请使用新密码登录。
