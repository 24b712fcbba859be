-- Run once, by the PostgreSQL image, on an empty data folder: a role and a database of its own for each service, as
-- tools/backing-services/provision-database.ts makes them. psql reads the passwords from the environment.

\getenv password STAFF_DATABASE_PASSWORD
CREATE ROLE hospital_staff LOGIN PASSWORD :'password';
CREATE DATABASE hospital_staff OWNER hospital_staff TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT, TEMPORARY ON DATABASE hospital_staff FROM PUBLIC;

\getenv password PATIENTS_DATABASE_PASSWORD
CREATE ROLE hospital_patients LOGIN PASSWORD :'password';
CREATE DATABASE hospital_patients OWNER hospital_patients TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT, TEMPORARY ON DATABASE hospital_patients FROM PUBLIC;

\getenv password FOLLOW_UP_DATABASE_PASSWORD
CREATE ROLE hospital_follow_up LOGIN PASSWORD :'password';
CREATE DATABASE hospital_follow_up OWNER hospital_follow_up TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT, TEMPORARY ON DATABASE hospital_follow_up FROM PUBLIC;

\getenv password COMPLAINTS_DATABASE_PASSWORD
CREATE ROLE hospital_complaints LOGIN PASSWORD :'password';
CREATE DATABASE hospital_complaints OWNER hospital_complaints TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT, TEMPORARY ON DATABASE hospital_complaints FROM PUBLIC;

\getenv password HIS_DATABASE_PASSWORD
CREATE ROLE hospital_his LOGIN PASSWORD :'password';
CREATE DATABASE hospital_his OWNER hospital_his TEMPLATE template0 ENCODING 'UTF8';
REVOKE CONNECT, TEMPORARY ON DATABASE hospital_his FROM PUBLIC;

-- Nobody but the superuser has business in the databases that every server has.
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
