select hashtext(mark) from unnest(@marks) as mark
