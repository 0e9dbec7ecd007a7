select {columns} from operation where id = @operation and project_id = @project
