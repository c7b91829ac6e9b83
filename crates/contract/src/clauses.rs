//! Turns a list of clauses into tests.

/// One `#[tokio::test]` per clause: makes a fresh adapter, hands its ports to the clause.
///
/// The chapters' macros call it; adapters call the chapters' macros.
#[doc(hidden)]
#[macro_export]
macro_rules! clauses {
    ($chapter:ident: $fresh:expr, |$adapter:ident| $ports:tt, $($clause:ident),+ $(,)?) => {
        $(#[tokio::test]
        async fn $clause() {
            let $adapter = $fresh.await;
            $crate::$chapter::$clause $ports.await;
        })+
    };
}
