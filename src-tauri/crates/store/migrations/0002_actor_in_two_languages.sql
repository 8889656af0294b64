-- Who works in the workspace has a name in each language, as every person has.
UPDATE workspace SET actor = json_object('en', actor, 'zh', actor);
