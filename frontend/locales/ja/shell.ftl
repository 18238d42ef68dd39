### ログイン後のページの枠。

skip = 本文へ移動
home = { $name }、マイセキュリティ
main = メインメニュー

security = マイセキュリティ
account = マイアカウント
help = ヘルプ
overview = 概要
users = ユーザー
roles = ロール
api-keys = API キー
branding = ブランディング
policy = ポリシー
single-sign-on = SSO
audit-log = 監査ログ
webhooks = Webhook
organizations = 組織
more = その他

find = なんでも検索
shortcuts = キーボードショートカット
support = サポート：{ $contact }

sign-out = ログアウト
sign-out-both = ここと { $provider } からログアウト

acting = 管理中の組織
    .shown = <name>{ $organization }</name> を管理しています。
    .spoken = { $organization } を管理しています。
    .back = { $organization } に戻る
    .back-home = 自分の組織に戻る
    .returned = 自分の組織に戻りました。
    .lost = { $organization } を管理できなくなったため、自分の組織に戻りました。最後に行った操作は保存されていない可能性があります。
    .ok = OK
reach =
    .own = このページはご自身のアカウントに関するものです。
    .all = このページはすべての組織に関するものです。
    .recorded = ここでの操作は、その組織の監査ログに記録されます。

notices = お知らせ
account_frozen = アカウントは凍結されています。アカウントに関するメールを受け取った人から、ご本人ではないとの連絡がありました。管理者が解除するまで、何も変更できません。<link>最近のアクティビティ</link>を確認してください。
set_up_two_factor = このアカウントには二要素認証が設定されていません。<link>二要素認証を設定</link>してください。
    .by = このアカウントには二要素認証が設定されていません。<deadline/> までに<link>二要素認証を設定</link>してください。
set_up_other_factor = 現在お使いの二要素認証の方法は、組織では使えなくなりました。<link>別の方法を設定</link>してください。
    .by = 現在お使いの二要素認証の方法は、組織では使えなくなりました。<deadline/> までに<link>別の方法を設定</link>してください。
renew_authenticator = 認証アプリの更新時期です。<link>新しいものに置き換え</link>てください。それまでは引き続き使えます。
recovery_codes_low = リカバリーコードは残り { $remaining } 個です。<link>新しいコードを作成</link>してください。
