### ログイン後の複数のページで使う名称。

device = { $system } の { $browser }
device-unknown = 不明なデバイス

role =
    .member = メンバー
    .manager = マネージャー
    .admin = 管理者
    .superadmin = 特権管理者
role-purpose =
    .member = ログインし、自分の二要素認証を管理します。
    .manager = 組織のユーザーとログインポリシーを閲覧します。
    .admin = 組織のユーザー、ロール、ログインポリシー、監査ログ、Webhook を管理します。
    .superadmin = すべての組織を管理します。ほかの特権管理者を変更できるのはこのロールだけです。

method =
    .totp = 認証アプリ
    .passkey = パスキー
    .email = メールのコード
    .recoveryCode = リカバリーコード
    .temporaryPass = 一時パス

login-method =
    .password = パスワード
    .passwordAndFactor = パスワードと二要素認証
    .singleSignOn = シングルサインオン
    .none = まだありません

users =
    .read = ユーザー、ロール、概要の閲覧
    .write = ユーザーの追加、変更、停止と、期限の設定
    .reset2fa = 二要素認証のリセットと、一時パスの発行
roles =
    .write = ロールの作成、変更、削除
policy =
    .read = ログインポリシーの閲覧
    .write = ログインポリシーの変更
sso =
    .write = シングルサインオンのプロバイダーの接続
audit =
    .read = 監査ログの閲覧
keys =
    .write = API キーの作成、再発行、失効
webhooks =
    .write = Webhook によるほかのサービスへのイベント送信
organizations =
    .read = すべての組織の閲覧
    .write = 組織の作成と名称変更

everyone = 全員
only-role = ロール「{ $role }」

sentence = { $because }。{ $therefore }。
    .short = { $because }。

because =
    .off = 現在、二要素認証は誰にも求められていません
    .optional = 二要素認証は任意です
    .requiredAtOnce = 二要素認証は全員に必須です
    .phase = 導入の段階により、二要素認証が必須です
    .phase-everyone = { $date } から、二要素認証は全員に必須です
    .phase-role = { $date } から、ロール「{ $role }」には二要素認証が必須です
    .newUser = このアカウントの作成前に始まった導入の段階により、二要素認証が必須です
    .newUser-everyone = このアカウントの作成前の { $date } から、二要素認証は全員に必須です
    .newUser-role = このアカウントの作成前の { $date } から、ロール「{ $role }」には二要素認証が必須です
    .extended = 二要素認証は必須で、期限は管理者が設定しました
    .notYet = 二要素認証は今後必須になります
    .notYet-everyone = { $date } から、二要素認証は全員に必須になります
    .notYet-role = { $date } から、ロール「{ $role }」には二要素認証が必須になります
    .notConcerned = 二要素認証は段階的に必須になりますが、このアカウントはどの段階の対象でもありません

therefore =
    .ready = 設定済みで、ログイン時に求められます
    .not-yet = それまでは何も変わりません
    .by = { $deadline } までに設定が必要です
    .exempt = パスワードだけでログインできます
    .mustEnroll = 次回のログイン時に設定が必要です
    .anew = 管理者の指示により、次回のログイン時に新しく設定します
    .blocked = ログインはブロックされています
    .blocked-since = 期限（{ $deadline }）が過ぎたため、ログインはブロックされています
    .reminder = 設定するまで、お知らせが表示されます
    .until-enrollAtLogin = { $deadline } まで設定でき、その後は次回のログイン時に設定が必要になります
    .until-block = { $deadline } まで設定でき、その後はログインがブロックされます
