//! Days of the week: `Monday to Friday`, `周一至周五`, `星期日`.

use crate::reading::{FigureKind, Reading, Side, Tongue, patterns};
use crate::value::Value;

patterns! {
    ENGLISH = r"\b(?:(?P<d>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?P<s>Mon|Tue|Wed|Thu|Fri)s?)\b";
    HAN = r"(?P<f>(?:周|星期|礼拜)(?P<d>[一二三四五六日天])(?P<more>(?:[至到、和及~-](?:周|星期|礼拜)?[一二三四五六日天])*))(?P<next>.?)";
}

/// The other side may say it in other words: a weekday is a fault only against another weekday.
pub(super) fn read(side: &mut Side) {
    let day = |value| Value::Weekday(value);
    match side.tongue {
        Tongue::English => side.cut(&ENGLISH, |found| {
            const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
            let name = found.text("d").or_else(|| found.text("s"))?;
            let at = NAMES.iter().position(|each| name.starts_with(each))?;
            let value = day(u32::try_from(at + 1).ok()?);
            Some(vec![Reading::new(FigureKind::Weekday, found.whole(), vec![value]).loose()])
        }),
        Tongue::Chinese => side.cut(&HAN, |found| {
            // 每周一次 is once a week, 两周一期 one in two weeks.
            let is_count =
                found.text("more") == Some("") && "次个份报期轮批名小人例天日".contains(found.text("next")?);
            if is_count && !found.text("next")?.is_empty() && found.text("d")? != "日" {
                return None;
            }
            let all = format!("{}{}", found.text("d")?, found.text("more")?);
            let days = all.chars().filter_map(|c| match c {
                '日' | '天' => Some(7),
                _ => "一二三四五六"
                    .chars()
                    .position(|each| each == c)
                    .and_then(|at| u32::try_from(at + 1).ok()),
            });
            let reading = |value| Reading::new(FigureKind::Weekday, found.whole(), vec![day(value)]).loose();
            Some(days.map(reading).collect())
        }),
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn weekdays_are_read_in_both_languages() {
        for (english, chinese, expected) in [
            ("every Monday", "每周一", "weekday 1"),
            ("Monday to Friday", "周一至周五", "weekday 1 weekday 5"),
            ("Mon–Fri", "周一至五", "weekday 1 weekday 5"),
            ("Sunday", "星期日", "weekday 7"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese)[0..1], [expected.split(" w").next().unwrap()], "{chinese}");
        }
        assert!(!values("每周一次", Chinese).iter().any(|value| value.starts_with("weekday")));
    }
}
