use hefu_domain::plan::Template;

use crate::record::record;

record!(Template in "template": id, name as json, made, plan as json);
