-- A transfer as its act needs it: who hands over and who takes over, and what stayed out.

ALTER TABLE transfer ADD COLUMN act_number TEXT;
ALTER TABLE transfer ADD COLUMN depositor_address TEXT;
ALTER TABLE transfer ADD COLUMN depositor_person TEXT;
ALTER TABLE transfer ADD COLUMN depositor_position TEXT;
ALTER TABLE transfer ADD COLUMN receiver_address TEXT;
ALTER TABLE transfer ADD COLUMN receiver_person TEXT;
ALTER TABLE transfer ADD COLUMN receiver_position TEXT;

-- how many articles of the scope access rules kept out when it began, as nobody named them
ALTER TABLE transfer ADD COLUMN left_restricted INTEGER NOT NULL DEFAULT 0 CHECK (left_restricted >= 0);
ALTER TABLE transfer ADD COLUMN left_embargoed INTEGER NOT NULL DEFAULT 0 CHECK (left_embargoed >= 0);

-- asked for by name, so that access rules do not keep it out
ALTER TABLE transfer_article ADD COLUMN named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1));
