//! What is filed, planned or held beside the cases.

use sea_query::{Cond, Expr, ExprTrait, Order, Query, SelectStatement};

use super::{ask, columns_of};
use crate::{Page, PageSize, QueryError, RowReader, TableRow, TicketRow, TicketTable};

const TICKET: &str = "ticket";

/// Which tickets.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TicketFilter {
    /// Of streams of this kind.
    pub kind: String,
    /// Of this campaign.
    pub campaign: String,
    /// Of this unit, and what everybody may read.
    pub reader_unit: Option<String>,
    /// In this state, in the word of its last event.
    pub state: Option<String>,
}

/// Tickets in the order of their streams, behind the stream `after`.
///
/// # Errors
/// [`QueryError`].
pub async fn tickets(
    rows: &dyn RowReader,
    ledger: &str,
    filter: &TicketFilter,
    after: Option<&str>,
    size: PageSize,
) -> Result<Page<TicketRow>, QueryError> {
    let statement = page(ledger, filter, after, size);
    let found = ask(rows, TicketRow::TABLE.name, statement, TicketRow::read).await?;
    Ok(Page::cut(found, size, |row| row.ticket.clone()))
}

fn col(column: TicketTable) -> Expr {
    Expr::col((TICKET, column))
}

fn page(
    ledger: &str,
    filter: &TicketFilter,
    after: Option<&str>,
    size: PageSize,
) -> SelectStatement {
    use TicketTable as T;
    let readable = filter.reader_unit.as_deref().map(|unit| {
        let own = col(T::Unit).eq(unit);
        Cond::any().add(own).add(col(T::IsGeneral).eq(1_i64))
    });
    let state = filter.state.as_deref().map(|state| col(T::State).eq(state));
    Query::select()
        .columns(columns_of::<TicketRow>(TICKET))
        .from_as(T::Table, TICKET)
        .and_where(col(T::Ledger).eq(ledger))
        .and_where(col(T::Kind).eq(filter.kind.as_str()))
        .and_where(col(T::Campaign).eq(filter.campaign.as_str()))
        .cond_where(Cond::all().add_option(readable))
        .and_where_option(state)
        .and_where_option(after.map(|after| col(T::Ticket).gt(after)))
        .order_by((TICKET, T::Ticket), Order::Asc)
        .limit(size.probe())
        .take()
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::dialects::in_both_dialects;

    #[test]
    fn both_dialects_read_the_same_page_of_tickets() {
        let filter = TicketFilter {
            kind: "feedback".into(),
            campaign: "HQ-CCHC-2024".into(),
            reader_unit: Some("minh-duc".into()),
            state: Some("feedback_answered".into()),
        };
        let after = Some("feedback/HQ-CCHC-2024/minh-duc/1");
        let statement = page("hon-quan", &filter, after, PageSize::default());
        assert_snapshot!(in_both_dialects(&statement));
    }
}
