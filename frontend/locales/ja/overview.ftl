### 組織の二要素認証の進み具合、これからの期限、失敗。

title = 概要

today = 今日
    .everybody = 全員が二要素認証で保護されています。
    .nobody = 二要素認証で保護されている人は、まだいません。
    .some = ユーザー { $total } 人のうち { $protected } 人が二要素認証で保護されています。
next =
    .overdue = <link>ユーザー { $users } 人</link>が、期限を過ぎても設定していません。
    .deadline = <link>ユーザー { $users } 人</link>は、{ $date } までに設定が必要です。
    .require = 二要素認証のないユーザー { $users } 人は、設定が必須ではありません。<link>ログインポリシー</link>で変更できます。
    .renew = <link>ユーザー { $users } 人</link>は、古いキーを更新する必要があります。
    .invited = <link>ユーザー { $users } 人</link>が、まだアカウントを有効にしていません。
    .nothing = 対応が必要なことはありません。
# Over the numbers of users: there is little room.
total =
    .all = すべてのユーザー
    .enabled = 二要素認証オン
    .expired = オン（要更新）
    .notEnabled = 二要素認証オフ
    .overdue = 期限超過
    .suspended = 停止中（集計対象外）

enrollment = 設定の進み具合
    .told = アカウント { $accounts } 件のうち { $used } 件が、二要素認証を設定し、すでに使っています。
    .caption = 進み具合別のユーザー
stage = 進み具合
    .accounts = アカウントがある
    .activated = ログインできる
    .asked = 二要素認証が必須、または設定済み
    .enrolled = 設定済み
    .used = 設定後に使用済み
    .stuck = 未到達
stuck =
    .activated = { $users } 人がアカウントを有効にしていません：<link>ユーザーの表示</link>
    .asked = { $users } 人は必須ではありません：<link>ログインポリシーの変更</link>
    .asked-later = { $users } 人はまだ必須ではありません：期限をご覧ください
    .enrolled = { $users } 人がまだ設定していません：<inTime>期限前 { $ahead } 人</inTime>、<late>期限超過 { $overdue } 人</late>
    .used = { $users } 人はまだ使っていません。次のログインで求められます。

adoption = 保護されたユーザーの推移
    .none = まだデータがありません。
    .told = 保護されたユーザーは、{ $from } の { $before } 人から { $to } の { $now } 人になりました。
    .shown = 保護されたユーザーは、{ $from } の { $before } 人から { $to } の { $now } 人になりました。上端は全 { $total } 人を表します。
    .caption = 日ごとの保護されたユーザー
    .protected = 保護済み
day = 日付

role = ロール
method = 方法
roles = ロール別
    .none = ロールを持つ人はいません。
    .label = ロール別の保護されたユーザー
methods = 方法別
    .none = 二要素認証を設定した人は、まだいません。
    .label = 方法別の保護されたユーザー

deadlines = これからの期限
    .none = 今後 { $days } 日以内に期限を迎える人はいません。
    .one = 二要素認証のないユーザーは { $users } 人です。期限は { $date } です。
    .several = 二要素認証のないユーザーは { $users } 人です。最初の期限は { $date } で、{ $first } 人が対象です。
    .ahead = これから期限を迎えるユーザー
    .overdue = 期限超過のユーザー { $users } 人
    .on-day = { $date }：{ $users } 人
    .caption = 期限別のユーザー
    .deadline = 期限
    .users = ユーザー

failures = 失敗
    .none = 過去 30 日間に、失敗したログインやコードはありません。
    .told = 過去 30 日間に、パスワードの誤りが { $passwords } 件、拒否されたコードが { $codes } 件ありました。
    .on-day = { $date }：{ $passwords } 件と { $codes } 件
    .caption = 日ごとの失敗
    .passwords = パスワードの誤り
    .codes = 拒否されたコード
    .passwords-in-log = 監査ログの失敗したログイン
    .codes-in-log = 監査ログの誤ったコード

hours = 時間帯別の失敗
    .none = 過去 { $weeks } 週間に、失敗した試行はありません。
    .told = 過去 { $weeks } 週間に、失敗した試行が { $all } 件ありました。最も多いのは{ $day } { $time } の { $most } 件です。
    .zone = 時刻はお使いのタイムゾーンによるものです：{ $zone }。
    .caption = 曜日と時間帯別の失敗した試行
    .weekday = 曜日
    .hour = 時間
