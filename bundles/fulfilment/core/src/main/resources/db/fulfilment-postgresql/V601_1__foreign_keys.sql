-- Derby makes an index for each foreign key itself
create index pick_list_of_wave on pick_list (wave_id);
create index pick_item_of_list on pick_item (list_id);
