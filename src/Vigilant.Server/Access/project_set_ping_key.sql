update project set ping_key = @ping_key where id = @project and ping_key <> @ping_key
