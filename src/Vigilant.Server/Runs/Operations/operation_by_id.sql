select {columns} from operation where id = @id and project_id = @project
