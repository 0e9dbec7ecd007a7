-- What still waits for it finds no channel, is given up and told to the fallback channels.
delete from channel where project_id = @project_id and id = @id
