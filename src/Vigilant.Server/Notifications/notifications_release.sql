update notification set claimed_until = null where id = @id and fence = @fence and state = 'pending'
