-- gives 501 and up: 1 is the first administrator, so that there cannot be two
create sequence s_app_user start with 1000 increment by 500;
create sequence s_api_token start with 500 increment by 500;

create table app_user (
    id bigint not null primary key,
    user_name varchar(40) not null,
    display_name varchar(200) not null,
    email varchar(200),
    role_names varchar(200) not null,
    active boolean not null,
    password_hash varchar(200),
    created_at timestamp not null,
    last_sign_in timestamp,
    version bigint not null,
    constraint app_user_name unique (user_name)
);

create table api_token (
    id bigint not null primary key,
    user_id bigint not null references app_user,
    label varchar(100) not null,
    secret_hash varchar(64) not null,
    created_at timestamp not null,
    expires_at timestamp,
    last_used timestamp,
    version bigint not null,
    constraint api_token_secret unique (secret_hash)
);
create index api_token_user on api_token (user_id, id);
