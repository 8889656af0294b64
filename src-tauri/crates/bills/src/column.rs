//! What the columns of a bill are, whatever a provider calls them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whose form a bill has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "BillForm")]
pub enum Form {
    /// FinOps Open Cost and Usage Specification, 1.0 to 1.4.
    Focus,
    Tencent,
    Alibaba,
    Huawei,
}

/// A column that is understood; all others are kept with their headings and take part in a row's identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "BillColumn")]
pub enum Column {
    BilledCost,
    EffectiveCost,
    ListCost,
    ContractedCost,
    ListUnitPrice,
    ContractedUnitPrice,
    PricingQuantity,
    ConsumedQuantity,
    /// What came off the list amount.
    DiscountAmount,
    /// 抹零: what was cut to whole smallest units.
    RoundedOff,
    VoucherAmount,
    CashAmount,
    TaxAmount,
    Currency,
    /// The month of the bill, or its first moment.
    BillingPeriod,
    BillingPeriodEnd,
    ChargeStart,
    ChargeEnd,
    ChargeCategory,
    ChargeClass,
    ChargeFrequency,
    PricingCategory,
    Account,
    SubAccount,
    Service,
    Sku,
    Region,
    Resource,
    Invoice,
    /// The provider's own name of a row.
    RowId,
    Tags,
}

/// How many columns are understood.
pub(crate) const COLUMNS: usize = Column::Tags as usize + 1;

/// Columns with amounts that are added up.
pub(crate) const SUMMED: [Column; 9] = [
    Column::BilledCost,
    Column::EffectiveCost,
    Column::ListCost,
    Column::ContractedCost,
    Column::DiscountAmount,
    Column::RoundedOff,
    Column::VoucherAmount,
    Column::CashAmount,
    Column::TaxAmount,
];

/// Columns without which a bill of the form says too little; each is told of when it is missing.
pub(crate) fn needed(form: Form) -> &'static [Column] {
    use Column::{Account, BilledCost, BillingPeriod, ContractedCost, Currency, EffectiveCost, ListCost};
    match form {
        Form::Focus => {
            &[BilledCost, EffectiveCost, ListCost, ContractedCost, Currency, BillingPeriod, Account]
        }
        _ => &[BilledCost, ListCost, BillingPeriod],
    }
}

type Synonyms = &'static [(Column, &'static [&'static str])];

const FOCUS: Synonyms = &[
    (Column::BilledCost, &["billedcost"]),
    (Column::EffectiveCost, &["effectivecost"]),
    (Column::ListCost, &["listcost"]),
    (Column::ContractedCost, &["contractedcost"]),
    (Column::ListUnitPrice, &["listunitprice"]),
    (Column::ContractedUnitPrice, &["contractedunitprice"]),
    (Column::PricingQuantity, &["pricingquantity"]),
    (Column::ConsumedQuantity, &["consumedquantity"]),
    (Column::Currency, &["billingcurrency"]),
    (Column::BillingPeriod, &["billingperiodstart"]),
    (Column::BillingPeriodEnd, &["billingperiodend"]),
    (Column::ChargeStart, &["chargeperiodstart"]),
    (Column::ChargeEnd, &["chargeperiodend"]),
    (Column::ChargeCategory, &["chargecategory"]),
    (Column::ChargeClass, &["chargeclass"]),
    (Column::ChargeFrequency, &["chargefrequency"]),
    (Column::PricingCategory, &["pricingcategory"]),
    (Column::Account, &["billingaccountid"]),
    (Column::SubAccount, &["subaccountid"]),
    (Column::Service, &["servicename"]),
    (Column::Sku, &["skuid"]),
    (Column::Region, &["regionid"]),
    (Column::Resource, &["resourceid"]),
    (Column::Invoice, &["invoiceid"]),
    (Column::Tags, &["tags"]),
];

const TENCENT: Synonyms = &[
    (
        Column::BilledCost,
        &[
            "优惠后总价",
            "优惠后总价不含税",
            "totalamountafterdiscount",
            "totalamountafterdiscountexcludingtax",
            "totalamountafterdiscountincludingtax",
            "realtotalcost",
            "realcost",
        ],
    ),
    (Column::ListCost, &["原价", "组件原价", "originalcost", "totalcost", "cost"]),
    (Column::ListUnitPrice, &["组件刊例价", "componentlistprice", "singleprice"]),
    (
        Column::ContractedUnitPrice,
        &["组件单价", "componentcontractedprice", "componentunitprice", "contractprice"],
    ),
    (Column::ConsumedQuantity, &["组件用量", "componentusage", "usedamount"]),
    (Column::VoucherAmount, &["优惠券支出", "voucherdeduction", "voucherpayment", "voucherpayamount"]),
    (Column::CashAmount, &["现金账户支出", "cashcredit", "cashpayamount"]),
    (Column::TaxAmount, &["税额", "taxamount"]),
    (Column::Currency, &["币种", "currency"]),
    (Column::BillingPeriod, &["账单归属月", "billingmonth", "billmonth"]),
    (Column::ChargeStart, &["开始使用时间", "usagestarttime", "feebegintime"]),
    (Column::ChargeEnd, &["结束使用时间", "usageendtime", "feeendtime"]),
    (Column::ChargeCategory, &["交易类型", "transactiontype", "actiontypename"]),
    (Column::Account, &["支付者账号id", "支付者uin", "payeraccountid", "payeruin"]),
    (Column::SubAccount, &["使用者账号id", "使用者uin", "owneraccountid", "owneruin"]),
    (Column::Service, &["产品名称", "productname", "businesscodename"]),
    (Column::Sku, &["组件名称", "componentname", "itemcodename"]),
    (Column::Region, &["地域", "region", "regionname"]),
    (Column::Resource, &["资源id", "instanceid", "resourceid"]),
    (Column::RowId, &["账单记录id", "billingrecordid"]),
    (Column::Tags, &["标签信息", "taginformation", "tags"]),
];

const ALIBABA: Synonyms = &[
    (Column::BilledCost, &["应付金额", "pretaxamount"]),
    (Column::ListCost, &["原始金额", "目录总价", "pretaxgrossamount"]),
    (Column::ListUnitPrice, &["官网价", "单价", "listprice"]),
    (Column::ConsumedQuantity, &["用量", "usage"]),
    (Column::DiscountAmount, &["优惠金额", "invoicediscount"]),
    (Column::RoundedOff, &["抹零优惠", "rounddowndiscount"]),
    (Column::VoucherAmount, &["代金券抵扣", "deductedbycashcoupons"]),
    (Column::CashAmount, &["现金支付", "paymentamount", "cashamount"]),
    (Column::Currency, &["币种", "currency"]),
    (Column::BillingPeriod, &["账期", "billingcycle"]),
    (Column::ChargeStart, &["账单日期", "billingdate", "usagestarttime"]),
    (Column::ChargeEnd, &["usageendtime"]),
    (Column::ChargeCategory, &["账单类型", "item"]),
    (Column::Account, &["账号id", "billaccountid", "accountid"]),
    (Column::SubAccount, &["资源购买账号id", "ownerid"]),
    (Column::Service, &["产品", "productname"]),
    (Column::Sku, &["计费项", "billingitem"]),
    (Column::Region, &["地域", "region"]),
    (Column::Resource, &["实例id", "instanceid"]),
    (Column::Tags, &["实例标签", "tag"]),
];

const HUAWEI: Synonyms = &[
    (Column::BilledCost, &["应付金额", "amount"]),
    (Column::ListCost, &["官网价", "officialamount"]),
    (Column::ListUnitPrice, &["单价", "unitprice"]),
    (Column::ConsumedQuantity, &["使用量", "usage"]),
    (Column::DiscountAmount, &["优惠金额", "discountamount"]),
    (Column::RoundedOff, &["抹零金额", "roundoffamount", "truncatedamount"]),
    (Column::VoucherAmount, &["代金券抵扣", "couponamount"]),
    (Column::CashAmount, &["现金支付", "cashamount"]),
    (Column::Currency, &["币种", "currency"]),
    (Column::BillingPeriod, &["账期", "消费日期", "billdate"]),
    (Column::ChargeStart, &["使用开始时间", "effectivetime"]),
    (Column::ChargeEnd, &["使用结束时间", "expiretime"]),
    (Column::ChargeCategory, &["账单类型", "billtype"]),
    (Column::Account, &["账号id", "账号", "customerid"]),
    (Column::Service, &["产品类型", "cloudservicetypename"]),
    (Column::Sku, &["规格", "sku编码", "skucode"]),
    (Column::Region, &["区域", "regionname"]),
    (Column::Resource, &["资源id", "resourceid"]),
    (Column::Invoice, &["订单号/交易号", "tradeid"]),
    (Column::RowId, &["唯一标识"]),
    (Column::Tags, &["资源标签", "resourcetag"]),
];

const FORMS: [(Form, Synonyms); 4] =
    [(Form::Focus, FOCUS), (Form::Tencent, TENCENT), (Form::Alibaba, ALIBABA), (Form::Huawei, HUAWEI)];

/// The fewest headings by which a form is known.
const FEWEST: usize = 4;

/// A heading without what differs between exports: case, spaces, marks, brackets.
fn plain(heading: &str) -> String {
    let is_dropped = |letter: char| {
        letter.is_whitespace() || letter.is_control() || "_-()（）\u{feff}\"'".contains(letter)
    };
    heading.chars().filter(|letter| !is_dropped(*letter)).flat_map(char::to_lowercase).collect()
}

/// The form that most headings are of, with the column that each heading names; none when it is no bill. A column that
/// two headings name is the first one's.
pub(crate) fn recognise(headings: &[String]) -> Option<(Form, Vec<Option<Column>>)> {
    let plain: Vec<String> = headings.iter().map(|heading| plain(heading)).collect();
    let mut best: Option<(usize, Form, Vec<Option<Column>>)> = None;
    for (form, synonyms) in FORMS {
        let mut taken = [false; COLUMNS];
        let mut name = |heading: &String| {
            let found = synonyms.iter().find(|(_, names)| names.contains(&heading.as_str()));
            let column = found.map(|(column, _)| *column).filter(|column| !taken[*column as usize])?;
            taken[column as usize] = true;
            Some(column)
        };
        let columns: Vec<Option<Column>> = plain.iter().map(&mut name).collect();
        let known = columns.iter().flatten().count();
        if known >= FEWEST && best.as_ref().is_none_or(|(most, ..)| known > *most) {
            best = Some((known, form, columns));
        }
    }
    best.map(|(_, form, columns)| (form, columns))
}

/// Headings of FOCUS that are not understood here and are no surprise.
const OF_FOCUS: [&str; 47] = [
    "allocatedmethoddetails",
    "allocatedmethodid",
    "allocatedresourceid",
    "allocatedresourcename",
    "allocatedtags",
    "availabilityzone",
    "billingaccountname",
    "billingaccounttype",
    "capacityreservationid",
    "capacityreservationstatus",
    "chargedescription",
    "commitmentdiscountcategory",
    "commitmentdiscountid",
    "commitmentdiscountname",
    "commitmentdiscountquantity",
    "commitmentdiscountstatus",
    "commitmentdiscounttype",
    "commitmentdiscountunit",
    "commitmentprogrameligibilitydetails",
    "consumedunit",
    "contractapplied",
    "hostprovidername",
    "invoicedetailid",
    "invoiceissuername",
    "pricingcurrency",
    "pricingcurrencycontractedunitprice",
    "pricingcurrencyeffectivecost",
    "pricingcurrencylistunitprice",
    "pricingunit",
    "providername",
    "publishername",
    "regionname",
    "resourcename",
    "resourcetype",
    "servicecategory",
    "serviceprovidername",
    "servicesubcategory",
    "skumeter",
    "skupricedetails",
    "skupriceid",
    "subaccountname",
    "subaccounttype",
    "chargesubcategory",
    "contractedunitprice",
    "listunitprice",
    "invoiceid",
    "tags",
];

/// Whether a heading that is not understood is none of its form: FOCUS lists its columns, and own ones begin with `x_`.
pub(crate) fn is_foreign(form: Form, heading: &str) -> bool {
    let is_own = heading.trim().starts_with("x_");
    form == Form::Focus && !is_own && !OF_FOCUS.contains(&plain(heading).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(headings: &[&str]) -> Option<(Form, Vec<Option<Column>>)> {
        recognise(&headings.iter().map(|heading| (*heading).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn a_heading_means_what_its_form_means_by_it() {
        let alibaba = ["账期", "账号ID", "产品", "官网价", "原始金额", "优惠金额", "应付金额"];
        let (found, columns) = form(&alibaba).unwrap();
        assert_eq!((found, columns[3]), (Form::Alibaba, Some(Column::ListUnitPrice)));
        let huawei = ["账期", "产品类型", "使用开始时间", "官网价", "优惠金额", "应付金额", "抹零金额"];
        let (found, columns) = form(&huawei).unwrap();
        assert_eq!((found, columns[3]), (Form::Huawei, Some(Column::ListCost)));
        let tencent = [
            "\u{feff}Payer Account ID",
            "Original Cost",
            "Total Amount After Discount (Excluding Tax)",
            "币种",
        ];
        let (found, columns) = form(&tencent).unwrap();
        assert_eq!((found, columns[2]), (Form::Tencent, Some(Column::BilledCost)));
        assert_eq!(form(&["name", "amount", "region"]), None);
    }

    #[test]
    fn focus_knows_its_own_columns() {
        assert!(is_foreign(Form::Focus, "Id"));
        assert!(!is_foreign(Form::Focus, "HostProviderName"));
        assert!(!is_foreign(Form::Focus, "x_CostCentre"));
        assert!(!is_foreign(Form::Huawei, "规格大小"));
    }
}
