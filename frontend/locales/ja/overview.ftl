### 組織の二要素認証の進み具合、これからの期限、失敗。

title = 概要

today = 今日
    .everybody = 全員が二要素認証で保護されています。
    .nobody = 二要素認証で保護されている人は、まだいません。
    .some = ユーザー { $total } 人のうち { $protected } 人が二要素認証で保護されています。
# Over the numbers of users: there is little room.
total =
    .all = すべてのユーザー
    .enabled = 二要素認証オン
    .expired = オン、ただしキーが古い
    .notEnabled = 二要素認証オフ
    .overdue = 期限切れ
    .suspended = 停止中（集計対象外）

adoption = 保護されたユーザーの推移
    .none = まだデータがありません。
    .told = 保護されたユーザーは、{ $from } の { $before } 人から { $to } の { $now } 人になりました。
    .shown = 保護されたユーザーは、{ $from } の { $before } 人から { $to } の { $now } 人になりました。上端は全 { $total } 人を表します。
    .caption = 日ごとの保護されたユーザー
    .protected = 保護済み
day = 日付

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
    .overdue = 期限切れのユーザー { $users } 人
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
