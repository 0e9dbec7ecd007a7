select id from channel where project_id = @project_id and fallback and enabled and id <> @channel_id order by id
