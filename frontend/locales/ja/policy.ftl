### 組織の二要素認証についてのルール。

title = ログインポリシー
last-changed = 最終変更：<when/>
read-only = ポリシーは閲覧できます。変更は管理者が行います。

## 設定。フォームの見出しと変更の一覧で使う

setting =
    .mode = 二要素認証が必要な人
    .phases = 段階
    .afterGrace = 期限後の扱い
    .newUsers = 新しいユーザー
    .loginStyle = ログイン
    .allowedMethods = 使える方法
    .passkeyLogin = パスキーだけでのログイン
    .passkeyOnly = パスキーが必要なロール
    .recoveryCodeCount = 一人あたりのリカバリーコードの数
    .secretMaxAgeDays = 認証アプリの更新
    .digits = 新しい認証アプリのコードの桁数
    .algorithm = 新しい認証アプリのアルゴリズム
    .skewSteps = 一つ前と一つ後のコード
    .stepUpMaxAgeMinutes = 再確認
    .adminReset = 管理者をリセットできる人
    .resetProof = リセット後の証明
    .temporaryPass = 一時パス
    .sso = シングルサインオン後の二要素認証
    .trustedDeviceDays = 信頼済みブラウザー

## フォームのそのほかの見出し

rollout = 導入
single-sign-on = シングルサインオン
details = 詳細
new-authenticators = 新しい認証アプリ
resets = リセットと一時パス

## 二要素認証が必要な人

# 読み上げ用：ここで選ぶもの。
mode = モード
mode-off = オフ
    .meaning = 誰にも二要素認証を求めません。すでに設定されたものは残ります。
mode-optional = 任意
    .meaning = 誰でも二要素認証を設定できます。設定した人には求められます。
mode-required = 必須
    .meaning = 全員に二要素認証が必要です。すぐに始めることも、段階的に始めることもできます。

## 導入

no-phases = 段階はありません。保存するとすぐに、全員に二要素認証が必要になります。
add-phase = 段階を追加
sort = 日付順に並べ替え
most-phases = 段階は { $most } 個までです。
phase = 段階 { $number }
remove-phase = 削除
    .spoken = 段階 { $number } を削除
phase-target = 対象
phase-start = 開始日時
phase-grace = 猶予日数
everyone = 全員
timeline = 日付順の段階
# ロールの名前、または「全員」の下に表示される。
timeline-phase = <start/> から、{ $days ->
    [0] すぐに必須
   *[other] 設定の猶予 { $days } 日、期限 <deadline/>
}
target-taken = この対象の段階はすでにあります。
no-start = 日付と時刻を選んでください。
range = { $least } から { $most } までの整数を入力してください。

after-grace = 期限後の扱い
after-grace-enrollAtLogin = ログイン時に設定
    .meaning = 遅れた人は、パスワードの入力後すぐに設定して、先に進みます。
after-grace-block = ログインをブロック
    .meaning = 遅れた人は、管理者が期限を延ばすか一時パスを渡すまで、ログインできません。

new-users = 新しいユーザー
new-users-atActivation = アカウントの有効化時
    .meaning = アカウントを有効にするときに設定します。
new-users-firstLogin = 最初のログイン時
    .meaning = 初めてパスワードを入力した直後に設定します。
new-users-grace = 段階の猶予期間内
    .meaning = 追加された日から、ほかの人と同じ日数の猶予があります。

## ログイン

# 読み上げ用：ここで選ぶもの。
login-style = コードの入力方法
login-style-twoStep = 順番に入力
    .meaning = パスワードの後に、別の画面でコードを求めます。
login-style-singleForm = 一つのフォームで入力
    .meaning = コードの欄はパスワードの下にあります。パスワードの誤りとコードの誤りには同じ表示をするので、どちらが誤りか誰にもわかりません。

## 使える方法

methods = 二要素認証の方法と、その代わりになるもの
method-passkey = パスキーを使える
    .meaning = 指紋、顔、画面ロックで確認します。偽のページに盗まれることはありません。
method-totp = 認証アプリを使える
    .meaning = スマートフォンのアプリに表示されるコードを入力します。
method-recoveryCode = リカバリーコードでログインできる
    .meaning = スマートフォンやキーをなくした人のための方法です。
method-email = メールのコードをオンにできる
    .meaning = 二要素認証を設定していない人が、自分でオンにできます。パスワードだけより安全ですが、二要素認証とは見なされず、管理者は使えません。
no-factor = パスキーと認証アプリのどちらか、または両方を許可してください。

passkeys = パスキー
passkey-login = パスキーだけでのログイン
    .meaning = デバイスが持ち主本人であることを確認すれば、パスワードは不要です。両方の要素として扱われます。
passkey-only = 次のロールの人に二要素認証が必要なとき、パスキーだけを認める

## シングルサインオン

# 読み上げ用：ここで選ぶもの。
sso = その後に求めるもの
sso-exempt = プロバイダーを信頼
    .meaning = プロバイダーでログインした人には、ここでは何も求めません。安全性はプロバイダー次第です。
sso-trustProvider = プロバイダーが二要素を求めた場合に信頼
    .meaning = 二要素を求めたとプロバイダーが示した場合は、何も求めません。それ以外はパスワードのルールに従います。
sso-required = ここでも求める
    .meaning = パスワードの後と同じルールに従います。二要素認証も、その設定も求めます。

## 詳細

number-recoveryCodeCount = 一人あたりのリカバリーコードの数
    .meaning = 新しく作成する数です。6 から 16 まで。
number-secretMaxAgeDays = 認証アプリを更新するまでの日数
    .meaning = これより古いキーの持ち主に、置き換えをお願いします。0 は更新なしです。
number-trustedDeviceDays = ブラウザーを信頼する日数
    .meaning = 自分のブラウザーでコードを省略できる日数です。0 は省略なし、最大 30 日です。
number-stepUpMaxAgeMinutes = 再確認までの時間（分）
    .meaning = セキュリティ設定を変更するときに、前回の二要素認証が有効な時間です。
skew = 一つ前と一つ後のコードも受け付ける
    .meaning = 時計のずれを 30 秒まで許容します。

## 新しい認証アプリ

digits = コードの桁数
algorithm = アルゴリズム
    .SHA1 = SHA-1（すべてのアプリ）
    .SHA256 = SHA-256（一部のアプリ）
    .SHA512 = SHA-512（一部のアプリ）
fits-apps = すべての認証アプリが対応しています。設定済みの認証アプリは変わりません。
fits-some-apps = 対応していないアプリがあります。たとえば Google Authenticator は、設定にかかわらず SHA-1 の 6 桁を表示するため、そのコードは受け付けられません。設定済みの認証アプリは変わりません。

## リセットと一時パス

admin-reset-peer = ほかのすべての管理者
    .meaning = 管理者どうしで助け合います。
admin-reset-superadmin = 特権管理者のみ
    .meaning = 管理者のアカウントが一つ乗っ取られても、ほかの管理者には及びません。特権管理者は二人置いてください。
reset-proof-code = コード
    .meaning = 管理者が本人にコードを読み上げます。コードがなければ、誰も新しく設定できません。
reset-proof-none = なし
    .meaning = リセット後はパスワードだけで済みます。パスワードを知っている人は誰でも、自分の二要素認証を設定できます。
passes = 管理者が一時パスを発行できる
    .meaning = 一度だけ二要素認証の代わりになるコードです。使うと、新しい二要素認証の設定に進みます。
passes-most = 最長有効期間

## プリセット

start = 始め方
use-recommended = おすすめの導入方法を使う
choose-preset = プリセットを選択…
presets = プリセットの選択
    .text = 下のすべての設定に入力します。保存するまでは何も保存されません。
    .choice = プリセット
    .cancel = キャンセル
    .fill-in = 入力
filled-in = 「{ $preset }」を入力しました。まだ保存されていません。
preset-recommendedRollout = おすすめの導入方法
    .meaning = 必須。管理者はすぐに、マネージャーは 1 週間後、全員は 2 週間後です。後の二つには 7 日の猶予があります。
preset-guidedAdministrators = 管理者のみ
    .meaning = 管理者にはすぐに必須で、次回のログイン時に設定します。ほかの人には必須ではありません。
preset-optionalShort = 任意
    .meaning = 誰でも設定できます。リカバリーコードは一人 6 個で、キーは年に 2 回更新します。
preset-phasedBlocking = ログインをブロックする導入方法
    .meaning = 段階的に必須になり、猶予は 7 日です。遅れた人は、管理者が助けるまでブロックされます。
preset-singleForm = 一つのフォーム
    .meaning = 任意。コードの欄はパスワードの下にあり、キーは更新しません。
preset-supervised = 監督つき
    .meaning = 任意。管理者をリセットできるのは特権管理者だけで、キーは更新しません。

## 影響：誰に、現在または別の日に

preview = 影響
    .changed = まだ保存されていない変更を含みます。
    .unchanged = 現在のポリシーによるものです。
    .wrong = 影響を見るには、フォームで示された箇所を直してください。
day = 別の日を見る
    .now = 現在
counting = 集計中
now = 現時点
    .caption = 現時点でログインするとどうなるか（人数）
    .spoken = 現時点：{ $effects }。
then = { $day } の終わり
    .caption = { $day } の終わりにログインするとどうなるか（人数）
    .spoken = { $day } の終わり：{ $effects }。

who = 対象
people = { $people } 人
standing-ready = 準備済み
    .meaning = 設定済みの二要素認証を求められます
standing-notice = 通知
    .meaning = パスワードでログインし、設定するように通知されます
standing-mustEnroll = 設定が必要
    .meaning = 次回のログイン時に設定します
standing-blocked = ブロック
    .meaning = ログインできません
standing-exempt = 求められない
    .meaning = パスワードだけでログインします
# 棒グラフの下：それぞれの人数。
share =
    .ready = 準備済み { $people } 人
    .notice = 通知 { $people } 人
    .mustEnroll = 設定が必要 { $people } 人
    .blocked = ブロック { $people } 人
    .exempt = 求められない { $people } 人
legend = 言葉の意味

# 一覧の項目。一つの文としても読み上げられる。
effect =
    .blocked = { $people } 人がログインできません
    .mustEnroll = { $people } 人が次回のログイン時に二要素認証を設定する必要があります
    .notice = { $people } 人に設定するように通知されます
    .ready = { $people } 人が設定済みの二要素認証を求められます
    .exempt = { $people } 人がパスワードだけでログインします
    .nobody = 影響を受ける人はいません

affected = 対象：{ $people } 人
    .by = { $email }、期限 <deadline/>
    .first = { $all } 人のうち最初の { $shown } 人です。
locked-out = 次の管理者 { $count } 人がログインできなくなります：
    .person = <link>{ $name }</link>、{ $email }

warnings = 警告
# $code はこのページが知らないもの。下の項目の $who はロールの名前、または「全員」。
warning = 確認してください：{ $code }
    .only_one_administrator = 管理者が一人しかいません。その人が二要素認証の手段をなくすと、誰も助けられません。もう一人を管理者にしてください。
    .administrators_locked_out = 管理者がログインできなくなります。
    .grace_over_30_days = { $who }：猶予期間が 30 日を超えています。期限が遠いと忘れられがちです。
    .deadline_in_the_past = { $who }：期限はすでに過ぎているため、次回のログインから適用されます。
    .earlier_deadlines_stay = { $who }：すでに早い期限を与えられた人の期限は変わりません。個別に延ばすには、その人のページを使ってください。
    .not_everyone_is_covered = 全員が対象ではありません。どの段階にも含まれない人は、パスワードだけのままです。
    .nobody_is_covered = どの段階にも対象者がいないため、誰にも二要素認証は必要ありません。
    .passkeys_on_single_form = パスキーはフォームに入力できません。ほかの方法がない人には、パスワードの後に求められます。
    .passkeys_demanded_of_nobody = 二要素認証が必須の人がいないため、パスキーが必須の人もいません。
    .factor_no_longer_taken = 使えなくなる方法があります。ほかの方法がない人は、引き続きそれでログインし、必要になった時点で別の方法を設定します。

## 保存の前：何がどう変わるか

review = 変更を保存しますか？
    .changes = 変更点
    .effect = 影響
    .becomes = 変更後
    .at-once = すぐに
    .at-the-end = 最後の期限（{ $deadline }）の後
    .counting = 集計中…
    .not-counted = 集計できませんでした。{ $why }
    .cancel = 編集を続ける
    .save = 保存
    .save-dangerous = それでも保存

value =
    .no-phases = なし
    .phase-everyone = 全員、{ $start } から、{ $days ->
        [0] すぐに必須
       *[other] 設定の猶予 { $days } 日
    }
    .phase-role = ロール { $role }、{ $start } から、{ $days ->
        [0] すぐに必須
       *[other] 設定の猶予 { $days } 日
    }
    .passkey-login = 許可
    .no-passkey-login = 許可しない
    .no-passkey-only = なし
    .max-age = { $days ->
        [0] なし
       *[other] { $days } 日後
    }
    .skew = 受け付ける
    .no-skew = 受け付けない
    .ask-again = { $minutes } 分後
    .passes = 最長 { $time } 有効
    .no-passes = 発行しない
    .trusted = { $days ->
        [0] なし
       *[other] { $days } 日間
    }

danger =
    .off = どのアカウントにもパスワードだけでログインできるようになります。すでに設定されたものは、後のために残ります。
    .not-required = 二要素認証は誰にも必須ではなくなります。
    .block = 期限に遅れた人は、管理者が助けるまでログインできません。
    .lost-factor = ほかの方法がない人は、二要素認証が必須の場合、別の方法を設定する必要があります。
    .lost-recoveryCode = スマートフォンをなくした人は、管理者の助けが必要になります。
    .lost-email = メールのコードをオンにした人は、コードを求められなくなります。
    .passkey-only = これらのロールでは、認証アプリは認められなくなります。パスキーがない人は、二要素認証が必須の場合、パスキーを設定する必要があります。
    .sso = プロバイダーでログインした人は、こちらの二要素認証なしでログインできます。
    .no-proof = リセット後は、パスワードを知っている人なら誰でも、自分の二要素認証を設定できます。

## 保存

save = ポリシーを保存
discard = 変更を破棄
unsaved = 未保存
    .wrong = 未保存：先に、示された箇所を直してください
saved = ログインポリシーを保存しました。
leave = 保存せずに移動しますか？
    .loss = ログインポリシーの変更はまだ保存されていません。
refused =
    .stale_version = その間に、ほかの人がログインポリシーを変更しました。その設定を読み込み、あなたの変更を重ねてあります。確認してもう一度保存するか、変更を破棄してください。
    .enroll_first = ほかの人に二要素認証を求める前に、ご自身の設定をしてください。<link>二要素認証を設定</link>
    .last_admin = このポリシーではログインできる管理者がいなくなるため、保存しませんでした。管理者の期限を延ばすか、遅れた人がログイン時に二要素認証を設定できるようにしてください。
