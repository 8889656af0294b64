//! Templates: made of a project, kept, and made a project of.

mod names;

use hefu_api::template::{
    ListTemplates, ProjectSaved, Removed, RenameTemplate, SaveTemplate, StartProject, TemplateLine,
    TemplateRef, TemplateSaved, Templates,
};
use hefu_domain::id::{ProjectId, TemplateId};
use hefu_domain::journal::Act;
use hefu_domain::plan::{Beginning, Price, Template};
use hefu_domain::project::Project;
use hefu_domain::text::Text;

pub(crate) use names::names;

use crate::failure::{CommandError, filled, fits, said};
use crate::party::must_be_there;
use crate::project::{make, put, structure};
use crate::session::{Action, Query};

pub(crate) fn list_templates(query: &mut Query<'_>, _: ListTemplates) -> Result<Templates, CommandError> {
    let templates: Vec<Template> = query.reader().templates()?;
    let line = |template: Template| TemplateLine {
        template: template.id,
        name: template.name,
        made: template.made,
        counts: template.plan.counts(),
    };
    Ok(Templates { templates: templates.into_iter().map(line).collect() })
}

pub(crate) fn save_template(
    action: &mut Action<'_>,
    request: SaveTemplate,
) -> Result<TemplateSaved, CommandError> {
    said("template", "name", &request.name)?;
    let source = structure(&action.reader(), request.project)?;
    let reader = action.reader();
    let names = names(&source, &reader.organisations()?, &reader.people()?);
    let template = Template {
        id: TemplateId(action.outside.id()?),
        name: Text::draft(&request.name),
        made: action.today,
        plan: source.plan().general(&names),
    };
    let trails = source.stacks.iter().map(|stack| stack.id).collect();
    action.write(request.project, trails, |tx| {
        tx.put(&template)?;
        let act = Act::TemplateSaved { en: request.name.en, zh: request.name.zh };
        Ok((act, TemplateSaved { template: template.id }))
    })
}

pub(crate) fn rename_template(
    action: &mut Action<'_>,
    request: RenameTemplate,
) -> Result<TemplateSaved, CommandError> {
    said("template", "name", &request.name)?;
    action.write(None, Vec::new(), |tx| {
        let before: Template = tx.before(request.template.0)?;
        let template = tx.save(Template { name: before.name.revise(&request.name), ..before })?;
        let act = Act::TemplateRenamed { en: template.name.en.words, zh: template.name.zh.words };
        Ok((act, TemplateSaved { template: request.template }))
    })
}

pub(crate) fn remove_template(
    action: &mut Action<'_>,
    request: TemplateRef,
) -> Result<Removed, CommandError> {
    action.write(None, Vec::new(), |tx| {
        let template: Template = tx.one(request.template.0)?;
        tx.remove::<Template>(template.id.0)?;
        let (en, zh) = (template.name.en.words, template.name.zh.words);
        Ok((Act::TemplateRemoved { en, zh }, Removed {}))
    })
}

pub(crate) fn start_project(
    action: &mut Action<'_>,
    request: StartProject,
) -> Result<ProjectSaved, CommandError> {
    let number = filled("project", "number", &request.number)?.to_owned();
    said("project", "title", &request.title)?;
    fits("project", "summary", &request.summary)?;
    must_be_there(&action.reader(), &request.partners)?;
    let template: Template = action.reader().one(request.template.0)?;
    let project = Project {
        id: ProjectId(action.outside.id()?),
        number: number.clone(),
        title: Text::draft(&request.title),
        summary: Text::draft(&request.summary),
        client: request.client,
        vendor: request.vendor,
        supervisor: request.supervisor,
        partners: request.partners,
        manager: request.manager,
        jurisdictions: Vec::new(),
    };
    let price = Price { currency: request.currency, amount: request.amount };
    let beginning = Beginning { project, start: request.start, price: &price };
    let made = make(&template.plan, &beginning, action.outside)?;
    let trails = made.stacks.iter().map(|stack| stack.id).collect();
    action.write(made.project.id, trails, |tx| {
        put(tx, &made)?;
        let (en, zh) = (template.name.en.words, template.name.zh.words);
        Ok((Act::ProjectStarted { number, en, zh }, ProjectSaved { project: made.project.id }))
    })
}
