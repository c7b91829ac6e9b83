## Nhắc hạn, quá hạn

command-record_reminders = Ghi nhận nhắc hạn
command-record_missed_deadlines = Ghi nhận quá hạn

event-timer-reminder_sent = Nhắc { $to_role }: { $act }, { $offset ->
    [-5] còn 5 ngày làm việc
    [-2] còn 2 ngày làm việc
    [-1] còn 1 ngày làm việc
    [0] hôm nay là hạn cuối
   *[other] đã quá hạn
} (hạn: { $due_code ->
    [on] hết ngày { $due_on }
   *[at] { $due_at }
})
event-timer-deadline_missed = Quá hạn: { $desk_role } chưa thực hiện việc "{ $act }" (hạn: { $due_code ->
    [on] hết ngày { $due_on }
   *[at] { $due_at }
}); báo cho { $escalated_to }

refusal-timer_not_watched = Chỉ nhắc hạn những việc có thời hạn
    .detail = Việc "{ $act }" không có thời hạn.
    .remedy = Bỏ việc này khỏi danh sách nhắc hạn.
refusal-timer_item_elsewhere = Chỉ nhắc hạn hồ sơ, văn bản thuộc phong trào này
    .detail = { $item } không thuộc phong trào này.
    .remedy = Nhắc hạn theo từng phong trào.
refusal-timer_due_otherwise = Hạn được nhắc phải đúng với thời hạn của phong trào và lịch làm việc
    .detail = { $on ->
    [0] { $item } không có hạn.
   *[other] Hạn của { $item } là ngày { $on }.
}
    .remedy = Tính lại hạn theo quy định hiện hành của phong trào rồi ghi nhận lại.
refusal-timer_warning_not_up = Chỉ ghi nhận lần nhắc hạn đã đến lượt
    .detail = { $item }: chưa đến hoặc đã qua lần nhắc { $offset } ngày làm việc so với hạn.
    .remedy = Tính lại lần nhắc theo ngày hôm nay rồi ghi nhận lại.
refusal-timer_not_missed = Chỉ ghi nhận quá hạn khi hạn đã qua
    .detail = { $item } còn hạn đến ngày { $on }.
    .remedy = Chờ đến khi hạn đã qua.
