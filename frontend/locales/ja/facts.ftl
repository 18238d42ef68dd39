### イベントとともに記録される内容。各項目の名前と、その下に値の名前を書く。

## はいといいえ

true = はい
false = いいえ

## 誰が、何を、いつ

old = 変更前
new = 変更後
changed = 変更内容
    .displayName = 名前
    .language = 言語
id = ID
name = 名前
description = 説明
version = バージョン
number = 番号
action = イベント
event = イベント
events = イベント
actor = 実行者
subject = 対象者
actingFrom = 実行元の組織
apiKey = API キー
slug = 短縮名
from = 開始
to = 終了
until = 有効期限
before = これより前
minutes = 時間（分）
attempts = 試行回数
again = 再度
purpose = 目的
requestId = リクエスト
ticket = チケット

## 二要素認証とログイン

method = 方法
    .trustedDevice = 信頼済みブラウザー
    .singleSignOn = シングルサインオン
factor = 二要素認証
authenticator = 認証アプリ
authenticators = 認証アプリ
passkey = パスキー
passkeys = パスキー
recoveryCodes = リカバリーコード
codes = コード
replaced = 置き換え対象
password = パスワード
passwordless = パスワードなし
twoFactorsByProvider = プロバイダーでの二要素認証
challenge = 確認
clockSkewSeconds = 時計のずれ（秒）
device = ブラウザー
throttled = 試行回数の超過
sessions = セッション
endedSession = 終了したセッション
endedSessions = 終了したセッション
identityCheck = 本人確認の方法
    .call = 電話
    .video = ビデオ通話
    .inPerson = 対面
    .other = その他の方法
deadline = 期限

## ユーザーとロール

users = ユーザー
role = ロール
roles = ロール
permissions = 権限
suspended = 停止中

## ログインポリシー（各設定を除く）

enabled = オン
maxMinutes = 最長（分）
target = 対象
    .everyone = 全員
startsAt = 開始日時
graceDays = 猶予日数

## API キー、Webhook、シングルサインオン

key = キー
keys = キー
scopes = できること
    .verify = コードの確認
    .verify-explain = コードが受け付けられなかった理由の取得
networks = ネットワーク
expiresAt = 有効期限
callsPerMinute = 1 分あたりの呼び出し回数
previousUntil = 以前のキーの有効期限
webhook = Webhook
origin = アドレス
urlChanged = アドレスの変更
disabledBecause = オフになった理由
    .paused = 一時停止された
    .gone = 受信先がなくなった
formerSecretUntil = 以前のシークレットの有効期限
provider = プロバイダー
error = プロバイダーのエラーコード
cause = 原因
issuer = 発行者
clientId = クライアント ID
createsUsers = アカウントの作成
defaultRole = 新しいユーザーのロール
emailDomains = メールアドレスのドメイン
secretChanged = シークレットの変更
identity = 連携済みのアカウント
identities = 連携アカウント

## ブランディング

accent = アクセントカラー
support = サポート
contact = 問い合わせ先
note = 補足
logo = ロゴ
width = 幅
height = 高さ

## ログとシステム

format = 形式
    .jsonLines = JSON Lines
    .csv = CSV
filter = フィルター
routine = 日常的なイベント
mail = メール
seal = 封印
digest = ダイジェスト
checkpoint = チェックポイント
failed = 失敗した内容
failures = 失敗回数
usual = 通常の回数
lastKnown = 最後の既知イベント
sort = 種類
    .sealing = シークレットの封印用
    .signing = 署名用
values = 値
webhookSecrets = Webhook のシークレット
formerWebhookSecrets = 以前の Webhook のシークレット
clientSecrets = クライアントシークレット
importedPeppers = インポートされたペッパー
recoveryOrigins = リカバリーコードの由来
enrollments = 進行中の設定
departures = 進行中のプロバイダーログイン
mails = メール
digestKeys = ダイジェストキー
auditHeads = ログの末尾

## 理由。管理者が書いたものはそのまま表示する

reason = 理由
    .signedOut = ログアウト
    .endedByUser = 本人による終了
    .elevated = より強いログインへの切り替え
    .factorChanged = 二要素認証の変更
    .passwordChanged = パスワードの変更
    .tokenReused = 使用済みトークンの再使用
    .tooMany = セッション数の超過
    .endedByAdministrator = 管理者による終了
    .reset = 二要素認証のリセット
    .suspended = アカウントの停止
    .frozen = アカウントの凍結
    .accountFrozen = アカウントの凍結
    .providerDisabled = プロバイダーがオフ
    .identityUnlinked = プロバイダーのアカウントの連携解除
    .restored = データベースの復元
    .addressThrottled = このネットワークアドレスからの試行回数の超過
    .unknownUser = ユーザーが存在しない
    .passwordThrottled = 誤ったパスワードの回数の超過
    .notActivated = アカウントが未有効化
    .noPassword = パスワードが未設定
    .wrongPassword = パスワードの誤り
    .passwordByMail = メールで設定されたパスワード
    .mailsThrottled = メール数の超過
    .emailTaken = アドレスが使用済み
    .recentlyUnfrozen = 最近、管理者が凍結を解除した
    .codeMissing = コードの未入力
    .wrongCode = コードの誤り
    .codeThrottled = 誤ったコードの回数の超過
    .replayed = 使用済みのコード
    .notEnrolled = 二要素認証が未設定
    .locked = 誤ったコードの回数の超過
    .expired = 期限切れ
    .refused = メールサーバーによる拒否
    .withheld = 送信の見合わせ
    .paused = 一時停止
    .gone = 受信先が存在しない
    .wrongProvider = 別のプロバイダーからの応答
    .otherBrowser = 別のブラウザーで戻ってきた
    .wrongIssuer = 別の発行者からの応答
    .sessionEnded = セッションの終了
    .emailUnverified = プロバイダーによるアドレスの未確認
    .emailElsewhere = アドレスが別の組織のもの
    .notConnected = アカウントが未連携
    .roleGone = 新しいユーザーのロールが存在しない
    .notOwner = 別の人が戻ってきた
    .tooManyIdentities = 連携アカウント数の超過
    .identityTaken = アカウントが別のユーザーと連携済み
    .declined = プロバイダーによる拒否
    .codeRefused = プロバイダーによるコードの拒否
    .clientRefused = プロバイダーによるクライアント ID またはシークレットの拒否
    .requestRefused = プロバイダーによるリクエストの拒否
    .unreachable = プロバイダーから正しい応答がない
    .providerFailed = プロバイダー側の障害
    .tokenMissing = ID トークンがない
    .tokenUnreadable = ID トークンが読み取れない
    .tokenExpired = ID トークンの期限切れ
    .tokenInvalid = ID トークンが無効
    .userInfoRefused = プロバイダーがユーザー情報を提供しなかった
    .keyUnknown = 未知のキーによる署名
    .wrongAudience = 別のサービス宛て
    .wrongNonce = 別の問い合わせへの応答
    .wrongSubject = 別の人物に関するもの
    .wrongAlgorithm = 受け付けられない署名方式
    .wrongSignature = 署名の誤り
    .noCeremony = 問い合わせがないか、期限切れ
    .malformed = 応答の形式の誤り
    .wrongType = 応答の種類の誤り
    .wrongChallenge = 別の問い合わせへの応答
    .wrongOrigin = 別のページからの応答
    .wrongRelyingParty = 別のサービス用
    .userNotPresent = デバイスが操作されていない
    .userNotVerified = デバイスで本人確認が行われていない
    .unknownCredential = パスキーが存在しない
    .wrongUserHandle = 別のユーザーのパスキー
    .counterNotRisen = パスキーが複製された可能性
    .backupStateInconsistent = バックアップ状態の矛盾
    .alreadyEnrolled = パスキーが設定済み
    .notAllowed = 許可されていない
