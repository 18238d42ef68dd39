### ログインの最初の段階。

title = ログイン
email = メールアドレス
    .missing = メールアドレスを入力してください。
password = パスワード
    .missing = パスワードを入力してください。
code = コード
    .description = 二要素認証を設定していない場合は、空欄のままにしてください。設定済みの場合は、アプリのコード、リカバリーコード、または管理者から受け取ったコードを入力してください。
action = ログイン
with-passkey = パスキーでログイン
with-provider = { $provider } で続行
forgotten = パスワードをお忘れですか？
