### シングルサインオンのプロバイダー：ここでパスワードを入力する代わりにログインする先。

title = シングルサインオン
    .about = Keycloak、Entra ID、Google などの OpenID Connect プロバイダーでログインできます。ここでも二要素認証を求めるかどうかは、<link>ログインポリシー</link>で決まります。
list = 組織のプロバイダー
    .none = まだありません。全員がパスワードでログインします。

## 個々のプロバイダー

state =
    .on = オン
    .off = オフ
new-people = 新しいユーザー
    .created = 作成（ロール：{ $role }）
    .created-from = { $domains } のアドレスなら作成（ロール：{ $role }）
    .not-let-in = ログイン不可
identities = 連携アカウント
callback = コールバック URL（プロバイダーに登録）
copy = コピー
    .spoken = コピー：コールバック URL
    .spoken-of = コピー：{ $name } のコールバック URL
test = テスト
    .spoken = { $name } をテスト
    .good = 正常に応答しています。署名鍵は { $keys } 個です。
    .bad = 使用できません：{ $reason }
change = 変更…
    .spoken = { $name } を変更…
turn-on = オンにする
    .spoken = { $name } をオンにする
turn-off = オフにする
    .spoken = { $name } をオフにする
remove = 削除…
    .spoken = { $name } を削除…

## 接続と変更

connect = プロバイダーを接続
    .action = 接続
    .done = { $name } を接続しました。
connected = { $name } を接続しました
    .next = 次に、ブラウザーの戻り先をプロバイダーに登録してください。リダイレクト URL またはコールバック URL と呼ばれています。
    .close = 完了
changing = { $name } を変更
    .action = 保存
    .done = { $name } を変更しました。
name = 名前
    .about = ログイン画面のボタンに表示されます：… で続行
issuer = 発行者
    .new = プロバイダーが名乗るとおりに入力してください（例：https://login.example.org）。後から変更できません。
    .fixed = 変更できません。連携アカウントがこの発行者に属しているためです。
client-id = クライアント ID
client-secret = クライアントシークレット
    .new = 保存後は誰も読み取れません。
    .kept = 空欄のままにすると、現在のものを引き続き使います。
creates-users = 初回ログイン時にユーザーを作成
    .about = 確認済みのメールアドレスを持ち、そのアドレスがまだここで使われていない人が対象です。パスワードは設定されません。
role = 作成するユーザーのロール
domains = 許可するアドレスのドメイン
    .about = カンマ（,）で区切って入力します（例：example.org）。空欄にすると、そこにアカウントを持つ人は誰でもログインできます。Google の場合は、すべての人です。

## 削除

removing = { $name } を削除しますか？
    .about = 誰もこのプロバイダーでログインできなくなり、これでログイン中の人はログアウトされます。
    .about-identities = 誰もこのプロバイダーでログインできなくなり、これでログイン中の人はログアウトされます。{ $identities } 件のアカウントの連携が解除されます。
    .instead = パスワードのない人はログインできなくなります。しばらく止めるだけなら、オフにしてください。
    .action = プロバイダーを削除
    .keep = 削除しない
    .done = { $name } を削除しました。
