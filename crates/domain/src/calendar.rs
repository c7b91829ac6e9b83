//! Working days: Monday to Friday, less holidays, plus worked weekends (giờ Việt Nam).
